using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Evidence;

namespace Portal.Features.Findings;

/// <summary>Who has to do with the files of a finding: the section with all, leadership with copies that betray nobody, its author with what they brought (Article 14). Whoever has stepped aside with none (Article 11).</summary>
internal sealed class FindingEvidence : IEvidenceOwner
{
    public EvidenceMatter Matter => EvidenceMatter.Finding;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var key = FindingId.From(id);
        var finding = await db.Findings.AsNoTracking().OpenTo(recused)
            .Where(f => f.Id == key)
            .Select(f => new { f.State, IsOwn = f.Author == actor.Person || f.CoAuthors.Any(c => c.Person == actor.Person) })
            .SingleOrDefaultAsync(cancellationToken);
        var owner = new EvidenceOwner(EvidenceMatter.Finding, id);
        return finding switch
        {
            null => null,
            _ when Roles.Grant(actor.Role, Permissions.HandleFinding) => new EvidenceRights
            {
                Owner = owner,
                KnowsAuthors = true,
                GivesOut = true,
                Adds = finding.State is FindingState.Closed or FindingState.Merged ? [] : [EvidenceKind.AgencyReply, EvidenceKind.Verification],
            },
            _ when Roles.Grant(actor.Role, Permissions.SeeFindings) => new EvidenceRights { Owner = owner, CopiesOnly = true },
            { IsOwn: true } when Roles.Grant(actor.Role, Permissions.SeeOwnFinding) => OfItsAuthor(owner, finding.State),
            _ => null,
        };
    }

    // Until the section takes it up, and when it asks for more.
    private static EvidenceRights OfItsAuthor(EvidenceOwner owner, FindingState state) => new()
    {
        Owner = owner,
        OwnOnly = true,
        KnowsAuthors = true,
        Adds = state is FindingState.Submitted or FindingState.NeedsInfo ? [EvidenceKind.Material] : [],
    };
}

/// <summary>Files of a finding that is still being written: its author's alone. What arrives while it is being filed goes to the finding.</summary>
internal sealed class FindingDraftEvidence(FindingEvidence filed) : IEvidenceOwner
{
    public EvidenceMatter Matter => EvidenceMatter.FindingDraft;

    public async Task<EvidenceRights?> RightsAsync(PortalDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!Roles.Grant(actor.Role, Permissions.FileFinding))
        {
            return null;
        }

        var key = FindingId.From(id);
        return await db.Findings.AnyAsync(f => f.Id == key && f.Author == actor.Person, cancellationToken)
            ? await filed.RightsAsync(db, id, actor, cancellationToken)
            : new EvidenceRights { Owner = new EvidenceOwner(EvidenceMatter.FindingDraft, id), OwnOnly = true, KnowsAuthors = true, IsFiled = false, Adds = [EvidenceKind.Material] };
    }
}

internal static class FindingEvidenceSetup
{
    public static IServiceCollection AddFindingEvidence(this IServiceCollection services) => services
        .AddScoped<FindingEvidence>()
        .AddScoped<IEvidenceOwner>(s => s.GetRequiredService<FindingEvidence>())
        .AddScoped<IEvidenceOwner, FindingDraftEvidence>();
}
