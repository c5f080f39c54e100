using Portal.Domain.Time;

namespace Portal.Domain.Appointments;

/// <summary>What the one-year clock of Article 18 (2) showed when it was asked, so that whoever decides sees what the case stands on.</summary>
/// <param name="LastEngagedOn">The last activity, finding or first day of continuous service.</param>
/// <param name="LimitDay">The last day on which the year is not over.</param>
/// <param name="Invitations">Of the year that ended on <paramref name="CountedOn"/>.</param>
/// <param name="CountedOn">The day on which it was asked.</param>
public sealed record InactivityCount(DateOnly LastEngagedOn, DateOnly LimitDay, int Invitations, DateOnly CountedOn)
{
    public InactivityVerdict Verdict => InactivityClock.Judge(LimitDay, CountedOn, Invitations);
}
