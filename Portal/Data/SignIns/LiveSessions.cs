using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data.Appointments;
using Portal.Domain.People;

namespace Portal.Data.SignIns;

/// <summary>A sign-in that goes on, and what its person is at this moment.</summary>
public sealed record LiveSession
{
    public required SessionId Id { get; init; }

    public required string KeyHash { get; init; }

    public required AccountId Account { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    public required PortalRole Role { get; init; }

    public required bool IsInOffice { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>Supervisors act only during their term (Article 17).</summary>
    public bool HasStanding => Role != PortalRole.Supervisor || IsInOffice;

    public DateTimeOffset EndsAt(SignInOptions limits)
    {
        var (idle, absolute) = (LastSeenAt.AddMinutes(limits.IdleMinutes), BeganAt.AddHours(limits.AbsoluteHours));
        return idle < absolute ? idle : absolute;
    }
}

public static class LiveSessionExtensions
{
    /// <summary>The one place that says when a sign-in goes on: not ended, within its limits, of an account that exists, is not disabled and is what it was at sign-in. The cookie, every use case and the watch over open circuits ask this.</summary>
    public static IQueryable<LiveSession> LiveSessions(this PortalDbContext db, SignInOptions limits, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var (idleSince, begunBefore) = (now.AddMinutes(-limits.IdleMinutes), now.AddHours(-limits.AbsoluteHours));
        var inOffice = db.Appointments.InOffice(clock.Today());
        return
            from session in db.Sessions.AsNoTracking()
            where session.EndedAt == null && session.LastSeenAt > idleSince && session.BeganAt > begunBefore
            join account in db.Accounts on session.Account equals account.Id
            where !account.IsDisabled && account.Role == session.Role
            join person in db.People on account.Person equals person.Id
            select new LiveSession
            {
                Id = session.Id,
                KeyHash = session.KeyHash,
                Account = account.Id,
                Person = person.Id,
                Name = person.FullName,
                Role = account.Role,
                IsInOffice = inOffice.Any(t => t.Person == person.Id),
                BeganAt = session.BeganAt,
                LastSeenAt = session.LastSeenAt,
                AuthenticatedAt = session.AuthenticatedAt,
            };
    }

    /// <summary>Ends every sign-in of an account within the caller's unit of work, but for one where that is wanted.</summary>
    public static async Task EndSessionsAsync(this PortalDbContext db, AccountId account, SessionEnd because, DateTimeOffset now, SessionId? except, CancellationToken cancellationToken)
    {
        foreach (var session in await db.Sessions.Where(s => s.Account == account && s.EndedAt == null && s.Id != except).ToListAsync(cancellationToken))
        {
            session.End(because, now);
        }
    }
}
