using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access.Sessions;

/// <summary>Keeps sign-ins in the database: the cookie holds a random key and nothing else, and what is read for it is the account as it is now.</summary>
internal sealed class SessionStore(IDbContextFactory<PortalDbContext> contexts, IOptions<SignInOptions> limits, TimeProvider clock) : ITicketStore
{
    /// <summary>Under which <see cref="AccountSignIn"/> hands over the key of the session it began.</summary>
    public const string Key = "key";

    /// <summary>Circuits that reconnect by themselves are no sign of a person at work.</summary>
    public const string Circuits = "/_blazor";

    private static readonly TimeSpan s_seenEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_noWaiting = TimeSpan.FromSeconds(1);

    public Task<string> StoreAsync(AuthenticationTicket ticket) =>
        Task.FromResult(ticket.Properties.Items[Key] ?? throw new InvalidOperationException("A session is begun by AccountSignIn."));

    // Nothing is renewed but by asking: the cookie holds only the key.
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, isAtWork: false, clock, CancellationToken.None);

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        RetrieveAsync(
            key,
            !httpContext.Request.Path.StartsWithSegments(Circuits, StringComparison.Ordinal),
            // Asked for here and not of the constructor: the options of the cookie are made with this store.
            httpContext.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TimeProvider ?? clock,
            // Not given up with the request: a reader who goes away is no failure to log.
            CancellationToken.None);

    public async Task RemoveAsync(string key)
    {
        var hash = Secret.HashOf(key);
        await using var db = await contexts.CreateDbContextAsync();
        await db.Sessions.Where(s => s.KeyHash == hash && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, clock.GetUtcNow()).SetProperty(s => s.EndedBecause, SessionEnd.SignedOut));
    }

    private async Task<AuthenticationTicket?> RetrieveAsync(string key, bool isAtWork, TimeProvider cookieClock, CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(key);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var session = await db.LiveSessions(limits.Value, clock).SingleOrDefaultAsync(s => s.KeyHash == hash, cancellationToken);
        if (session is not { HasStanding: true })
        {
            return null;
        }

        if (isAtWork && now - session.LastSeenAt > s_seenEvery && await SeenAsync(db, session.Id, now, cancellationToken))
        {
            session = session with { LastSeenAt = now };
        }

        // What is left is counted on the clock that the cookie and its sockets go by.
        var left = session.EndsAt(limits.Value) - now;
        var issued = cookieClock.GetUtcNow();
        return new AuthenticationTicket(
            PortalClaims.Principal(session),
            new AuthenticationProperties { IssuedUtc = issued, ExpiresUtc = issued + left },
            CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Whoever reads must not be kept out, or waiting, because this cannot be written: it is written with the next page.</summary>
    private static async Task<bool> SeenAsync(PortalDbContext db, SessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(s_noWaiting);
        try
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
            return true;
        }
        catch (Exception trouble) when (StorageTroubles.Of(trouble) is not null)
        {
            return false;
        }
    }
}
