using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;

namespace Portal.Access;

/// <summary>What an account is worth today: its sign-in was not ended, it exists, is not disabled, and a supervisor is in office by date (Article 17; domain.md A10-4).</summary>
public sealed class Standing(IDbContextFactory<PortalDbContext> contexts, EndedSessions ended, TimeProvider clock)
{
    public async Task<Actor> OfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal.FindFirstValue(PortalClaims.Account), out var id) || ended.Contains(principal))
        {
            throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Standing));
        }

        var account = AccountId.From(id);
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var inOffice = db.Appointments.InOffice(today);
        var found = await db.Accounts.AsNoTracking()
            .Where(a => a.Id == account && !a.IsDisabled)
            .Select(a => new
            {
                a.Person,
                a.Role,
                Name = db.People.Where(p => p.Id == a.Person).Select(p => p.FullName).First(),
                InOffice = inOffice.Any(t => t.Person == a.Person),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Standing));
        return found.Role == PortalRole.Supervisor && !found.InOffice
            ? throw new AccessDeniedException(AccessDenial.NotInOffice, nameof(Standing))
            : new Actor(found.Person, found.Name, found.Role, principal);
    }
}
