using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Appointments;

/// <summary>A long leave that the section granted a supervisor, of weeks or months. While it lasts the year of Article 18 (2) stands still; the term of Article 17 does not.</summary>
public sealed class LeavePeriod
{
    public const int ReasonLength = 500;

    private LeavePeriod()
    {
    }

    public LeavePeriodId Id { get; private set; }

    public PersonId Person { get; private set; }

    public DateOnly First { get; private set; }

    /// <summary>The last day, itself included.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>Why: a long stay elsewhere, studies, care for somebody. No medical facts.</summary>
    public string Reason { get; private set; } = "";

    public PersonId GrantedBy { get; private set; }

    public DateOnly GrantedOn { get; private set; }

    /// <summary>When it was cut short or taken back; <c>null</c> while it stands as granted.</summary>
    public DateOnly? ChangedOn { get; private set; }

    /// <summary>Taken back before it began: it never was.</summary>
    public bool IsTakenBack { get; private set; }

    public int Version { get; private set; }

    /// <summary>What stops the clock of Article 18 (2).</summary>
    public ClockPause Pause => new(First, Last);

    /// <param name="inOffice">Whether the person holds office on the first day.</param>
    /// <param name="others">The person's other leaves that stand.</param>
    public static RuleViolation? WhyNotGrant(DateOnly first, DateOnly last, string reason, bool inOffice, IEnumerable<ClockPause> others) =>
        string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing()
        : last < first ? LeaveRules.EndsBeforeItBegins(first, last)
        : last >= first.AddYears(1) ? LeaveRules.LongerThanAYear(first, last)
        : !inOffice ? LeaveRules.NotInOffice(first)
        : others.Any(other => other.First <= last && other.Last >= first) ? LeaveRules.Overlaps(first, last)
        : null;

    /// <exception cref="RuleViolationException">The days cannot be a leave (Article 18 (2)).</exception>
    public static LeavePeriod Grant(
        LeavePeriodId id, PersonId person, DateOnly first, DateOnly last, string reason, bool inOffice, IEnumerable<ClockPause> others, PersonId by, DateOnly today)
    {
        Rule.Require(WhyNotGrant(first, last, reason, inOffice, others));
        return new LeavePeriod { Id = id, Person = person, First = first, Last = last, Reason = reason, GrantedBy = by, GrantedOn = today };
    }

    public RuleViolation? WhyNotEnd(DateOnly today) => IsTakenBack || Last < today ? LeaveRules.Over(Last) : null;

    /// <summary>Ends the leave: yesterday was its last day, or it never begins.</summary>
    public void End(DateOnly today)
    {
        Rule.Require(WhyNotEnd(today));
        IsTakenBack = First >= today;
        Last = IsTakenBack ? Last : today.AddDays(-1);
        ChangedOn = today;
    }
}
