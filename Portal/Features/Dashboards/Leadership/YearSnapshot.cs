using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>The running year, the one before it, and what waits for leadership, counted once for everybody.</summary>
public sealed record YearSnapshot(DateTimeOffset AsOf, DateOnly Today, YearFigures Current, YearFigures Previous, ApprovalsWaiting Approvals)
{
    /// <summary><c>null</c> for a year that is counted when somebody asks for it.</summary>
    public YearFigures? Of(int year) => year == Current.Year ? Current : year == Previous.Year ? Previous : null;
}

/// <summary>Proposals of the section that wait for leadership's decision.</summary>
/// <param name="Oldest">As many as the page shows, the longest waiting first.</param>
public sealed record ApprovalsWaiting(int Count, IReadOnlyList<WaitingProposal> Oldest)
{
    public const int Shown = 8;
}

/// <param name="Agency"><c>null</c> for a unit that is not on the list.</param>
public sealed record WaitingProposal(FindingId Finding, string Number, FindingProposalKind Kind, AgencyId? Agency, DateOnly Since);
