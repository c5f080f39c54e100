using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.People;

namespace Portal.Features.Evaluation;

/// <summary>为什么是这个分: one person's year for the office, with every row behind it.</summary>
public sealed partial class WhyThisScore
{
    private ScoreBreakdown? _breakdown;
    private bool _notInOffice;

    [Inject]
    public required EvaluationService Evaluations { get; init; }

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public Guid Person { get; set; }

    private string Title => _breakdown is { } own ? Text[nameof(EvaluationText.WhyPageTitle), own.Name] : Text[nameof(EvaluationText.Why)];

    private string Back => string.Create(CultureInfo.InvariantCulture, $"/evaluation?year={Year}");

    protected override Task OnParametersSetAsync() => AttemptAsync(async () =>
    {
        _breakdown = await Evaluations.WhyAsync(Year, PersonId.From(Person));
        _notInOffice = _breakdown is null;
    });
}
