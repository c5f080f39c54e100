using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>Turns days on record into how long something waits and when it is due, for one office day. Nothing here is stored: it would be wrong tomorrow.</summary>
internal sealed class OfficeDays(DateOnly today, OfficeSettings settings, WorkingCalendar calendar)
{
    /// <summary>The outcome stands, the author is to hear it (Article 14: 及时反馈).</summary>
    public static readonly FindingState[] ToFeedBack =
    [
        FindingState.Verified, FindingState.NotSubstantiated, FindingState.SuggestionAdopted, FindingState.SuggestionNoted, FindingState.Transferred, FindingState.NotAccepted,
    ];

    /// <summary>In these it is the section's turn at once; an investigation is only when its time is used up.</summary>
    public static readonly FindingState[] Waiting =
    [
        FindingState.Submitted, FindingState.Registered, FindingState.Substantiated, FindingState.PartlySubstantiated, FindingState.RectificationReported, .. ToFeedBack,
    ];

    public static readonly FindingState[] OnTheirWay =
    [
        FindingState.Investigating, FindingState.RectificationOrdered, FindingState.RectificationReported, FindingState.Verified,
    ];

    /// <summary>By the day on which it is due; what has no limit is due today, the longest waiting first.</summary>
    public Rows<WorkItem> Work(IEnumerable<FindingFacts> findings, IEnumerable<WorkItem> ofActivities, IEnumerable<PendingRecusal> recusals) =>
        new(findings.Select(WorkOn).OfType<WorkItem>()
            .Concat(ofActivities)
            .Concat(recusals.Select(r => new WorkItem(WorkKind.DecideRecusal, r.Id.Value, r.PersonName, r.Matter, r.FiledOn, r.Days, DeadlineUnit.CalendarDays, null, null)))
            .OrderBy(item => item.DueOn ?? today)
            .ThenBy(item => item.Since)
            .ThenBy(item => item.Matter, StringComparer.Ordinal)
            .Take(AdministratorSnapshot.Shown));

    /// <summary>What runs and is nearest its end first, then what waits to be verified, then what is put right.</summary>
    public Rows<FindingUnderway> Underway(IEnumerable<FindingFacts> findings) =>
        new(findings.Where(f => OnTheirWay.Contains(f.State)).Select(OnItsWay)
            .OrderBy(f => f.State switch { FindingState.Verified => 2, FindingState.RectificationReported => 1, _ => 0 })
            .ThenBy(f => f.LimitOn)
            .ThenBy(f => f.Number, StringComparer.Ordinal)
            .Take(AdministratorSnapshot.Shown));

    private WorkItem? WorkOn(FindingFacts f) => f.State switch
    {
        FindingState.Submitted => InWorkdays(f, WorkKind.Register, f.SubmittedOn, settings.FindingRegisterWorkdays),
        FindingState.Registered => InDays(f, WorkKind.Investigate, f.RegisteredOn ?? f.SubmittedOn, null, null),
        FindingState.Investigating => f.Awaited || InvestigationLimit(f).Deadline.DaysLeft(today) >= 0
            ? null
            : InDays(f, WorkKind.Conclude, Begun(f), settings.FindingInvestigateDays, InvestigationLimit(f).LastDay),
        FindingState.Substantiated or FindingState.PartlySubstantiated => InDays(f, WorkKind.OrderRectification, f.ConcludedOn ?? f.SubmittedOn, null, null),
        FindingState.RectificationReported => InDays(f, WorkKind.Verify, f.ReportedOn ?? f.SubmittedOn, null, null),
        _ => ToFeedBack.Contains(f.State)
            ? InWorkdays(f, WorkKind.FeedBack, f.CompletedOn ?? f.ConcludedOn ?? f.SubmittedOn, settings.FindingFeedbackWorkdays)
            : null,
    };

    private WorkItem InWorkdays(FindingFacts f, WorkKind kind, DateOnly since, int limit) =>
        new(kind, f.Id.Value, f.Number, f.Unit, since, calendar.WorkdaysBetween(since, today), DeadlineUnit.Workdays, limit,
            DeadlineComputation.ForWorkdayLimit(since, limit, calendar).LastDay);

    private WorkItem InDays(FindingFacts f, WorkKind kind, DateOnly since, int? limit, DateOnly? due) =>
        new(kind, f.Id.Value, f.Number, f.Unit, since, today.DayNumber - since.DayNumber, DeadlineUnit.CalendarDays, limit, due);

    private FindingUnderway OnItsWay(FindingFacts f)
    {
        var how = f.State == FindingState.Investigating ? Investigation(f) : Rectification(f);
        DeadlineState? clock = how is null || f.State == FindingState.RectificationReported
            ? null
            : new Deadline(how.Last).State(today, f.State == FindingState.Verified ? f.CompletedOn : null, settings.DueSoonDays);
        var until = f.State == FindingState.Verified ? f.CompletedOn ?? today : today;
        return new FindingUnderway(
            f.Id, f.Number, f.Unit, f.Category, f.State, f.Handler, how?.Last, clock,
            how is null ? 0 : Math.Abs(how.Last.DayNumber - until.DayNumber),
            how is null ? 100 : UsedPercent(how.Start ?? f.SubmittedOn, how.Last, until),
            how);
    }

    private static DateOnly Begun(FindingFacts f) => f.InvestigatingSince ?? f.RegisteredOn ?? f.SubmittedOn;

    private DeadlineComputation InvestigationLimit(FindingFacts f) => DeadlineComputation.ForCalendarLimit(Begun(f), settings.FindingInvestigateDays);

    private Reckoning Investigation(FindingFacts f)
    {
        var limit = InvestigationLimit(f);
        return new Reckoning(ReckoningKind.Investigation, limit.Start, limit.Days, limit.RawLastDay, limit.LastDay, limit.LastDay, 0, Counted: true, CalendarKnown: true);
    }

    // The section may choose any later day; where it kept the office's default, the day can be counted after it.
    private Reckoning? Rectification(FindingFacts f)
    {
        if (f.OriginalDeadline is not { } first || f.Deadline is not { } last)
        {
            return null;
        }

        if (f.OrderedOn is not { } ordered)
        {
            return new Reckoning(ReckoningKind.Rectification, null, 0, first, first, last, f.Extensions, Counted: false, CalendarKnown: true);
        }

        var counted = DeadlineComputation.ForRectification(ordered, settings.RectificationDefaultDays, calendar);
        return counted.LastDay == first
            ? new Reckoning(ReckoningKind.Rectification, ordered, counted.Days, counted.RawLastDay, first, last, f.Extensions, Counted: true, counted.CalendarKnown)
            : new Reckoning(ReckoningKind.Rectification, ordered, first.DayNumber - ordered.DayNumber, first, first, last, f.Extensions, Counted: false, CalendarKnown: true);
    }

    private static int UsedPercent(DateOnly start, DateOnly last, DateOnly until)
    {
        var whole = Math.Max(1, last.DayNumber - start.DayNumber);
        return Math.Clamp(100 * (until.DayNumber - start.DayNumber) / whole, 0, 100);
    }
}
