using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access.SignIn;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access;

/// <summary>What a sign-in is worth now: it goes on, its account exists and is not disabled, and a supervisor is in office by date (Article 17; domain.md A10-4). Asked of the database at every use case, so that no right depends on a notice arriving.</summary>
public sealed class Standing(IDbContextFactory<PortalDbContext> contexts, IOptions<SignInOptions> limits, TimeProvider clock)
{
    public async Task<Actor> OfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (PortalClaims.SessionOf(principal) is not { } id)
        {
            throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Standing));
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = await db.LiveSessions(limits.Value, clock).SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            ?? throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Standing)) { Who = AuditedActor.Of(principal, person: null, role: null) };
        return session.HasStanding
            ? new Actor(session.Person, session.Name, session.Role, principal)
            {
                Session = session.Id,
                IsConfirmed = ProviderSignIn.IsRecent(session.AuthenticatedAt, clock.GetUtcNow(), limits.Value.StepUpMinutes),
            }
            : throw new AccessDeniedException(AccessDenial.NotInOffice, nameof(Standing)) { Who = AuditedActor.Of(principal, session.Person, session.Role) };
    }
}
