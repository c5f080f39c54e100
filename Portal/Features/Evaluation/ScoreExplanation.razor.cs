using Microsoft.AspNetCore.Components;
using Portal.Domain.Evaluation;
using Portal.Ui;

namespace Portal.Features.Evaluation;

/// <summary>Every term of the formula, and behind each the rows that it was made of, in plain words.</summary>
public sealed partial class ScoreExplanation
{
    [Inject]
    public required Words Words { get; init; }

    [Parameter]
    [EditorRequired]
    public required ScoreBreakdown Breakdown { get; set; }

    private static EvaluationScheme Scheme => EvaluationScheme.Default;

    private EvaluationResult Result => Breakdown.Result;

    private string Weight(ComponentScore part) => !part.Applies || part.EffectiveWeight == part.Weight
        ? ScoreWords.Figure(part.Weight)
        : Text[nameof(EvaluationText.WeightShared), part.Weight, ScoreWords.Figure(part.EffectiveWeight)];

    private string Said(ComponentScore part) => part.Applies
        ? Text[$"Said_{part.Component}", [ScoreWords.Figure(part.Attained), ScoreWords.Figure(part.Required), .. More(part.Component)]]
        : Text[nameof(EvaluationText.Said_NotApplicable)];

    private static string[] More(EvaluationComponent component) => component switch
    {
        EvaluationComponent.Participation => [ScoreWords.Figure(Scheme.VoluntaryBonus)],
        EvaluationComponent.Output => [ScoreWords.Figure(Scheme.BestOutputs), ScoreWords.Figure(Scheme.OutputTarget)],
        _ => [],
    };

    private string What(ExplainedItem row) =>
        row.Activity is { } activity
            ? Text[
                nameof(EvaluationText.ActivityWhat),
                activity.Title,
                Words.Of(activity.Kind),
                Text[activity.Mandatory ? nameof(EvaluationText.Mandatory) : nameof(EvaluationText.Voluntary)].Value]
            : row.Finding is { } finding ? Text[nameof(EvaluationText.FindingWhat), Words.Of(finding.Category)]
            : "";

    private static string Day(ExplainedItem row) => (row.Activity?.Date ?? row.Finding?.CountedOn) is { } day ? Words.ShortDay(day) : "";

    private string How(ExplainedItem row) =>
        row.Activity is { } activity ? Words.Of(activity.State)
        : row.Finding is { } finding ? Text[nameof(EvaluationText.FindingHow), Words.Of(finding.Grade), Text[$"{nameof(FindingPart)}_{finding.Part}"].Value]
        : "";

    private string Value(ScoredItem item) => item.OutOf > 0m
        ? Text[nameof(EvaluationText.ValueOf), ScoreWords.Figure(item.Value), ScoreWords.Figure(item.OutOf)]
        : item.Treatment is ItemTreatment.NotDue or ItemTreatment.NotRecorded ? "—"
        : ScoreWords.Figure(item.Value);
}
