using Microsoft.Extensions.Localization;
using Portal.Domain.Findings;
using Portal.Domain.Time;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>How a date came about, in sentences (domain.md A3.5): start, days, what it rolled over, whether the calendar was known, and every later move.</summary>
public sealed class DeadlineWords(IStringLocalizer<FindingText> text)
{
    public IEnumerable<string> Of(DeadlineComputation how)
    {
        yield return text[how.Unit == DeadlineUnit.Workdays ? nameof(FindingText.How_Workdays) : nameof(FindingText.How_Days), Words.Day(how.Start), how.Days, Words.Day(how.RawLastDay)];
        if (how.Rolled)
        {
            yield return text[nameof(FindingText.How_Rolled), how.DaysOffSkipped.Count, Words.Day(how.LastDay)];
        }

        if (!how.CalendarKnown)
        {
            yield return text[nameof(FindingText.How_CalendarUnknown)];
        }
    }

    /// <summary>How the deadline of a rectification on record came about; the first date and every move stay visible.</summary>
    public IEnumerable<string> Of(FindingDetails shown)
    {
        if (shown.Finding.Rectification is not { OriginalDeadline: { } original, Deadline: { } deadline } rectification)
        {
            yield break;
        }

        foreach (var sentence in First(rectification.OrderedOn, original, shown))
        {
            yield return sentence;
        }

        foreach (var step in shown.Steps.Reverse().Where(s => s.Date is not null && s.Kind is FindingEventKind.Extended or FindingEventKind.RectificationRejected))
        {
            yield return text[step.Kind == FindingEventKind.Extended ? nameof(FindingText.How_Extended) : nameof(FindingText.How_Reordered), Words.Day(step.Date!.Value)];
        }

        yield return text[nameof(FindingText.How_End), Words.Day(deadline)];
    }

    private IEnumerable<string> First(DateOnly? orderedOn, DateOnly original, FindingDetails shown)
    {
        if (orderedOn is not { } ordered || ordered >= original)
        {
            return [text[nameof(FindingText.How_Register), Words.Day(original)]];
        }

        var proposed = DeadlineComputation.ForRectification(ordered, shown.Settings.RectificationDefaultDays, shown.Calendar);
        return proposed.LastDay == original
            ? Of(proposed)
            : [text[nameof(FindingText.How_Chosen), Words.Day(ordered), Words.Day(original), original.DayNumber - ordered.DayNumber]];
    }
}
