using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Findings;

namespace Portal.Tests.House;

/// <summary>A service as house rules want it: it asks the guard first, or once it knows whose the thing is.</summary>
internal sealed class GuardedExample(IDbContextFactory<PortalDbContext> contexts, AccessGuard access)
{
    public async Task<int> SeeFindingsAsync()
    {
        await access.DemandAsync(Permissions.SeeFindings);
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Findings.CountAsync();
    }

    public async Task<Finding> SeeOwnFindingAsync(FindingId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var finding = await db.Findings.AsSplitQuery().SingleAsync(f => f.Id == id);
        await access.DemandAsync(Permissions.SeeOwnFinding, finding);
        return finding;
    }
}

/// <summary>What the access matrix is there to find: a service that forgot to ask.</summary>
internal sealed class UnguardedExample(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<Finding> SeeAsync(FindingId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Findings.AsSplitQuery().SingleAsync(f => f.Id == id);
    }
}
