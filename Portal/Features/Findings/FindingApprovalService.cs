using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.People;
using Portal.Data.Recusals;
using Portal.Domain.Findings;

namespace Portal.Features.Findings;

/// <summary>What the section proposes and leadership decides: serious conclusions, later deadlines, the highest grade. Who proposes cannot approve (domain.md A4-11).</summary>
public sealed class FindingApprovalService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    /// <summary>The longest waiting first.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        FindingState[] states = [.. Finding.OpenStates, FindingState.FedBack];
        var findings = await db.Findings.AsNoTracking().AsSplitQuery().OpenTo(recused)
            .Where(f => states.Contains(f.State) && f.Proposal != null)
            .OrderBy(f => f.Proposal!.ProposedOn).ThenBy(f => f.Number)
            .Take(Paging.ExportLimit)
            .ToListAsync(cancellationToken);
        var names = await db.NamesAsync(findings.Select(f => f.Proposal!.ProposedBy), cancellationToken);
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        return [.. findings.Select(f => f.ToProposal(f.OtherUnit ?? agencies[f.Agency!.Value], names[f.Proposal!.ProposedBy], actor))];
    }

    public Task ApproveAsync(FindingId id, int version, CancellationToken cancellationToken = default) =>
        DecideAsync(id, version, (finding, approver) => finding.ApproveProposal(approver.Person, clock.GetUtcNow(), clock.Today()), cancellationToken);

    public Task RefuseAsync(FindingId id, int version, string reason, CancellationToken cancellationToken = default) =>
        DecideAsync(id, version, (finding, approver) => finding.RefuseProposal(approver.Person, reason, clock.GetUtcNow()), cancellationToken);

    private async Task DecideAsync(FindingId id, int version, Action<Finding, Actor> decide, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ApproveProposal, cancellationToken: cancellationToken);
                decide(await db.TakeUpAsync(id, version, actor.Person, nameof(Permissions.ApproveProposal), cancellationToken), actor);
            },
            cancellationToken);
    }
}

internal static class Proposals
{
    public static ProposalRow ToProposal(this Finding finding, string unit, string proposedBy, Actor reader) => new(
        finding.Id, finding.Version, finding.Number, unit, finding.Category, finding.Proposal!, proposedBy,
        finding.Rectification?.Deadline, finding.Rectification?.Extensions ?? 0,
        Roles.Grant(reader.Role, Permissions.ApproveProposal), finding.WhyNotDecideProposal(reader.Person));
}
