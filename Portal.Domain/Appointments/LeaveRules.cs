using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>Provisions on long leave: what the office demands, so that the year of Article 18 (2) stands still for a known time only.</summary>
public static class LeaveRules
{
    public static RuleViolation EndsBeforeItBegins(DateOnly first, DateOnly last) => new("Leave_EndsBeforeItBegins", new Article(18, 2), first, last);

    /// <summary>Who is away longer than a year cannot supervise; that is for Article 18 (4).</summary>
    public static RuleViolation LongerThanAYear(DateOnly first, DateOnly last) => new("Leave_LongerThanAYear", new Article(18, 4), first, last);

    public static RuleViolation Overlaps(DateOnly first, DateOnly last) => new("Leave_Overlaps", new Article(18, 2), first, last);

    public static RuleViolation NotInOffice(DateOnly first) => new("Leave_NotInOffice", new Article(17), first);

    public static RuleViolation Over(DateOnly last) => new("Leave_Over", new Article(18, 2), last);
}
