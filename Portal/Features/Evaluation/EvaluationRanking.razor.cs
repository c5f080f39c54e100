using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Evaluation;
using Portal.Domain.People;

namespace Portal.Features.Evaluation;

/// <summary>The year's ranking for the office. Year and group stand in the address, so that reload, back and a sent link keep them.</summary>
public sealed partial class EvaluationRanking
{
    private IReadOnlyList<int> _years = [];
    private EvaluationYear? _shown;
    private SourceCategory? _group;
    private IReadOnlyList<EvaluationRow> _rows = [];

    [Inject]
    public required EvaluationService Evaluations { get; init; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? Group { get; set; }

    protected override Task OnParametersSetAsync() => AttemptAsync(async () =>
    {
        if (_years.Count == 0)
        {
            _years = await Evaluations.YearsAsync();
        }

        var year = ScoreWords.Year(Year, _years);
        if (_shown?.Year != year)
        {
            _shown = await Evaluations.YearAsync(year);
        }

        _group = Enum.TryParse<SourceCategory>(Group, out var group) && Enum.IsDefined(group) ? group : null;
        _rows = _group is null ? _shown.Rows : [.. _shown.Rows.Where(row => row.Group == _group)];
    });

    private static string Address(int year, SourceCategory? group) => group is null
        ? string.Create(CultureInfo.InvariantCulture, $"/evaluation?year={year}")
        : string.Create(CultureInfo.InvariantCulture, $"/evaluation?year={year}&group={group}");

    private static string? Current(bool isCurrent) => isCurrent ? "true" : null;

    private static string Why(EvaluationRow row) => string.Create(CultureInfo.InvariantCulture, $"/evaluation/{row.Result.Year}/{row.Person.Value}");

    private string Bar(ComponentScore part) => Text[nameof(EvaluationText.Bar), Words.Of(part.Component), ScoreWords.Share(Text, part)];

    private string Reasons(EvaluationResult result) => ScoreWords.Reasons(Text, Words, result);
}
