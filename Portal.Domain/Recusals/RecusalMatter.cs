using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Domain.Recusals;

/// <summary>What a person steps aside from: everything of an agency, one activity, or one finding. Exactly one is set.</summary>
public sealed record RecusalMatter
{
    private RecusalMatter(AgencyId? agency, ActivityId? activity, FindingId? finding)
    {
        Agency = agency;
        Activity = activity;
        Finding = finding;
    }

    public AgencyId? Agency { get; }

    public ActivityId? Activity { get; }

    public FindingId? Finding { get; }

    public static RecusalMatter Of(AgencyId agency) => new(agency, null, null);

    public static RecusalMatter Of(ActivityId activity) => new(null, activity, null);

    public static RecusalMatter Of(FindingId finding) => new(null, null, finding);
}
