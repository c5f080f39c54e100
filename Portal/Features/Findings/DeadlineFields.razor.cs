using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Domain.Time;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>A deadline by days or by date; tells while it is typed how the date comes about.</summary>
public sealed partial class DeadlineFields
{
    private const int MostDays = 3650;

    [Inject]
    public required IStringLocalizer<FindingText> FindingWords { get; init; }

    [Parameter]
    [EditorRequired]
    public required FindingActForm Form { get; set; }

    /// <summary>The day that is not counted.</summary>
    [Parameter]
    [EditorRequired]
    public DateOnly Start { get; set; }

    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<string, string?> ErrorOf { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private DeadlineComputation? Counted => Form.Days is >= 1 and <= MostDays ? DeadlineComputation.ForRectification(Start, Form.Days.Value, Calendar) : null;

    private Task ChangedAsync() => OnChanged.InvokeAsync();

    private Task CountAsync()
    {
        if (Counted is { } counted)
        {
            Form.Deadline = counted.LastDay;
        }

        return OnChanged.InvokeAsync();
    }

    private IEnumerable<string> How()
    {
        if (Counted is { } counted && counted.LastDay == Form.Deadline)
        {
            return new DeadlineWords(FindingWords).Of(counted);
        }

        if (Form.Deadline is not { } chosen || chosen <= Start)
        {
            return [];
        }

        string byHand = FindingWords[nameof(FindingText.How_Chosen), Words.Day(Start), Words.Day(chosen), chosen.DayNumber - Start.DayNumber];
        return Calendar.IsWorkday(chosen)
            ? [byHand]
            : [byHand, FindingWords[nameof(FindingText.How_DayOff), Words.Day(Calendar.NextWorkday(chosen))]];
    }

    private string? Invalid(string field) => ErrorOf(field) is null ? null : "true";
}
