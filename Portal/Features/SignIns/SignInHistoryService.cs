using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Features.SignIns;

/// <summary>One of one's own sign-ins.</summary>
public sealed record SignInRow(
    SessionId Id, SignInWay Way, string Device, DateTimeOffset BeganAt, DateTimeOffset LastSeenAt, DateTimeOffset? AuthenticatedAt, SessionEnd? EndedBecause, bool IsOpen, bool IsCurrent)
{
    /// <summary>Key of the state's words.</summary>
    public string StateKey =>
        IsCurrent ? nameof(SignInsText.Current)
        : IsOpen ? nameof(SignInsText.Open)
        : EndedBecause is { } because and not SessionEnd.Expired ? $"End_{because}"
        : nameof(SignInsText.Expired);
}

/// <summary>What everybody may know of their own account: when and with what it was used, and to end what is not theirs.</summary>
public sealed class SignInHistoryService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, IOptions<SignInOptions> options, TimeProvider clock)
{
    public const int Shown = 50;

    public async Task<IReadOnlyList<SignInRow>> MineAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnSignIns, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = await db.LiveSessions(options.Value, clock).Where(s => s.Person == actor.Person).Select(s => s.Id).ToListAsync(cancellationToken);
        var sessions = await Own(db, actor).AsNoTracking().OrderByDescending(s => s.BeganAt).ThenByDescending(s => s.Id).Take(Shown).ToListAsync(cancellationToken);
        return [.. sessions.Select(s => new SignInRow(
            s.Id, s.Way, s.Device, s.BeganAt, s.LastSeenAt, s.AuthenticatedAt, s.EndedBecause, live.Contains(s.Id), s.Id == actor.Session))];
    }

    /// <summary>Ends one of one's own; anybody else's is refused like one that does not exist.</summary>
    public async Task EndAsync(SessionId id, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.SeeOwnSignIns, cancellationToken: cancellationToken);
                var session = await Own(db, actor).SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
                    ?? throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.SeeOwnSignIns));
                session.End(SessionEnd.EndedElsewhere, clock.GetUtcNow());
            },
            cancellationToken);
    }

    private static IQueryable<SignInSession> Own(PortalDbContext db, Actor actor) =>
        db.Sessions.Where(s => db.Accounts.Any(a => a.Id == s.Account && a.Person == actor.Person));
}
