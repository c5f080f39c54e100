using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Evaluation;
using Portal.Ui;

namespace Portal.Features.Evaluation;

/// <summary>A supervisor's own score, in words first and in figures for whoever asks.</summary>
public sealed partial class MyEvaluation
{
    private IReadOnlyList<int> _years = [];
    private int _year;
    private ScoreBreakdown? _mine;
    private bool _notInOffice;

    [Inject]
    public required EvaluationService Evaluations { get; init; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? Year { get; set; }

    private IReadOnlyList<string> Helped { get; set; } = [];

    private IReadOnlyList<string> Missed { get; set; } = [];

    protected override Task OnParametersSetAsync() => AttemptAsync(async () =>
    {
        if (_years.Count == 0)
        {
            _years = await Evaluations.MyYearsAsync();
        }

        _year = ScoreWords.Year(Year, _years);
        _mine = await Evaluations.MineAsync(_year);
        _notInOffice = _mine is null;
        Helped = _mine is null ? [] : [.. _mine.Items.Where(item => item.Helped).Select(Sentence)];
        Missed = _mine is null ? [] : [.. _mine.Items.Where(item => item.IsMissed).Select(Sentence), .. MissingOutput(_mine.Result)];
    });

    private static string Address(int year) => string.Create(CultureInfo.InvariantCulture, $"/my/evaluation?year={year}");

    private string Sentence(ExplainedItem item) =>
        item.Activity is { } activity
            ? Text[nameof(EvaluationText.HelpedActivity), Words.Day(activity.Date), activity.Title, Words.Of(activity.State)]
            : item.Finding is { } finding
                ? Text[
                    finding.Part == FindingPart.CoReporter ? nameof(EvaluationText.HelpedFindingHalf) : nameof(EvaluationText.HelpedFinding),
                    finding.Number,
                    Words.Of(finding.Category),
                    Words.Day(finding.CountedOn),
                    ScoreWords.Figure(item.Scored.Value)]
                : item.Scored.Reference;

    private IEnumerable<string> MissingOutput(EvaluationResult result)
    {
        var output = result[EvaluationComponent.Output];
        return output.Attained < output.Required
            ? [Text[nameof(EvaluationText.MissedOutput), ScoreWords.Figure(output.Required - output.Attained)]]
            : [];
    }
}
