using Portal.Domain.Rules;

namespace Portal.Domain.Time;

/// <summary>
/// 连续一年不参加监督活动 (Article 18 (2)): how long a supervisor has been without activity. It only makes the ground available:
/// whether there was good reason (正当理由) is judged by people.
/// </summary>
/// <param name="LastEngagedOn">Latest of: start of continuous service, attended activity, registered finding or opinion, report.</param>
/// <param name="PausedDays">Days of approved long leave or suspension since then.</param>
public readonly record struct InactivityClock(DateOnly LastEngagedOn, int PausedDays = 0)
{
    /// <summary>The last day on which the year is not yet over; pauses push it on.</summary>
    public DateOnly LimitDay => MarkDay(RegulationFigures.InactivityMonths);

    /// <summary>The clock as it stands on <paramref name="today"/>. Pauses that overlap stop it only once, and a pause still running has stopped it up to today.</summary>
    public static InactivityClock Since(DateOnly lastEngagedOn, IEnumerable<ClockPause> pauses, DateOnly today)
    {
        var paused = 0;
        var counted = lastEngagedOn;
        foreach (var pause in pauses.OrderBy(pause => pause.First))
        {
            var last = pause.Last is { } end && end < today ? end : today;
            var eve = pause.First.AddDays(-1) > counted ? pause.First.AddDays(-1) : counted;
            if (last > eve)
            {
                paused += last.DayNumber - eve.DayNumber;
                counted = last;
            }
        }

        return new InactivityClock(lastEngagedOn, paused);
    }

    public bool IsExceeded(DateOnly today) => today > LimitDay;

    /// <summary>Whether it is time for the reminder after <paramref name="months"/> months (the office reminds after nine and eleven).</summary>
    public bool HasReached(int months, DateOnly today) => today >= MarkDay(months);

    /// <summary>Whom the silence speaks against. Who was never invited cannot be blamed for not coming.</summary>
    public InactivityVerdict Judge(DateOnly today, int invitations) => Judge(LimitDay, today, invitations);

    internal static InactivityVerdict Judge(DateOnly limitDay, DateOnly today, int invitations) =>
        today <= limitDay ? InactivityVerdict.WithinTheYear
        : invitations > 0 ? InactivityVerdict.SupervisorInactive
        : InactivityVerdict.NeverInvited;

    private DateOnly MarkDay(int months) => LastEngagedOn.AddMonths(months).AddDays(PausedDays);
}

/// <summary>Approved long leave or suspension, both days included; no last day while it lasts.</summary>
public readonly record struct ClockPause(DateOnly First, DateOnly? Last = null);

/// <summary>What the inactivity clock shows on a day.</summary>
public enum InactivityVerdict
{
    WithinTheYear,

    /// <summary>The ground of Article 18 (2) may be examined.</summary>
    SupervisorInactive,

    /// <summary>The department invited to nothing for a year: its own matter, not the supervisor's.</summary>
    NeverInvited,
}
