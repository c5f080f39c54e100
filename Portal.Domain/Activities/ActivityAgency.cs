using Portal.Domain.People;

namespace Portal.Domain.Activities;

/// <summary>An agency that an activity visits or concerns.</summary>
public sealed class ActivityAgency
{
    private ActivityAgency()
    {
    }

    public ActivityAgency(AgencyId agency) => Agency = agency;

    public AgencyId Agency { get; private set; }
}
