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
    private readonly OneLiveSession _one = LiveSessionExtensions.One();

    public async Task<Actor> OfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (PortalClaims.SessionOf(principal) is not { } id)
        {
            throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Standing));
        }

        var session = await LiveAsync(id, cancellationToken)
            ?? throw new AccessDeniedException(AccessDenial.NotSignedIn, nameof(Standing)) { Who = AuditedActor.Of(principal, person: null, role: null) };
        return session.HasStanding
            ? new Actor(session.Person, session.Name, session.Role, principal)
            {
                Session = session.Id,
                IsConfirmed = IsRecent(session.AuthenticatedAt, clock.GetUtcNow(), limits.Value.StepUpMinutes),
            }
            : throw new AccessDeniedException(AccessDenial.NotInOffice, nameof(Standing)) { Who = AuditedActor.Of(principal, session.Person, session.Role) };
    }

    /// <summary>Whether a person proved who they are within the last minutes. A time to come proves nothing: a clock that was set back makes nothing recent.</summary>
    internal static bool IsRecent(DateTimeOffset? authenticated, DateTimeOffset now, int minutes) =>
        now - authenticated is { } ago && ago >= -ProviderSetup.Skew && ago <= TimeSpan.FromMinutes(minutes);

    // Within a unit of work it is asked in its transaction: whoever loses standing meanwhile loses it before the act or after it, never in between.
    private async Task<LiveSession?> LiveAsync(SessionId id, CancellationToken cancellationToken)
    {
        var now = LiveSessionLimits.Now(limits.Value, clock);
        if (AuditScope.Current is { Db: { } underWay })
        {
            return await _one(underWay, id, now);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await _one(db, id, now);
    }
}
