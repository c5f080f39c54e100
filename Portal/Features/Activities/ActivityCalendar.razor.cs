using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Configuration;
using Portal.Ui;

namespace Portal.Features.Activities;

/// <summary>The activities of a month, week by week from Monday. The month stands in the address; every entry and every step is a link.</summary>
public sealed partial class ActivityCalendar : PortalPage
{
    private IReadOnlyList<CalendarEntry>? _entries;

    [Inject]
    public required ActivityService Activities { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>As in the address, yyyy-MM; anything else is the present month.</summary>
    [Parameter]
    public string? Month { get; set; }

    private DateOnly Today => Clock.Today();

    private DateOnly Shown =>
        DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1 and < 9999
            ? first
            : new DateOnly(Today.Year, Today.Month, 1);

    private string Name => Shown.ToString("Y", CultureInfo.CurrentCulture);

    private List<List<DateOnly>> Weeks
    {
        get
        {
            var monday = Shown.AddDays(-(((int)Shown.DayOfWeek + 6) % 7));
            var days = Shown.AddMonths(1).DayNumber - monday.DayNumber;
            return [.. Enumerable.Range(0, (days + 6) / 7).Select(week => Enumerable.Range(0, 7).Select(day => monday.AddDays((7 * week) + day)).ToList())];
        }
    }

    protected override Task OnParametersSetAsync() => AttemptAsync(async () => _entries = await Activities.BetweenAsync(Weeks[0][0], Weeks[^1][6]));

    private static string Href(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"/activities?view=month&month={month:yyyy-MM}");

    private List<CalendarEntry> On(DateOnly day) => [.. _entries!.Where(e => e.Date == day)];
}
