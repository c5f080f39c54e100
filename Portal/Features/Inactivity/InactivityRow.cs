using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Inactivity;

/// <summary>How one supervisor stands with the year of Article 18 (2).</summary>
/// <param name="LastEngagedOn">Start of continuous service, or the last activity attended or finding taken up.</param>
/// <param name="LimitDay">The last day on which the year is not over, long leave added.</param>
/// <param name="Invitations">To activities of the year that ends today.</param>
/// <param name="Mark">The reminder reached: 9, 11 or 12 months.</param>
/// <param name="NeverInvited">The department let the year pass: its own matter.</param>
public sealed record InactivityRow(
    PersonId Person, string Name, SourceCategory Group, DateOnly LastEngagedOn, DateOnly LimitDay, int DaysLeft, int PausedDays, int Invitations, int? Mark, bool NeverInvited, bool OnLeave);

/// <summary>Which rows are wanted. Comes from the address, so nothing in it is trusted.</summary>
/// <param name="Reached">So many months without activity at the least.</param>
public sealed record InactivityFilter(int? Reached = null, bool NeverInvited = false, SourceCategory? Group = null);

/// <summary>The long leaves of one person.</summary>
public sealed record PersonLeaves(string Name, bool InOffice, IReadOnlyList<LeaveRow> Leaves);

/// <param name="WhyNotEnd">What stands in the way of ending it.</param>
public sealed record LeaveRow(LeavePeriodId Id, int Version, DateOnly First, DateOnly Last, string Reason, string GrantedBy, DateOnly GrantedOn, bool IsTakenBack, RuleViolation? WhyNotEnd);
