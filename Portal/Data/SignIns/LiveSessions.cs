using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Access;
using Portal.Configuration;
using Portal.Data.Appointments;
using Portal.Domain.Appointments;
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

    public DateTimeOffset EndsAt(SignInOptions limits) => LiveSessionLimits.EndOf(BeganAt, LastSeenAt, limits);
}

/// <summary>Asks for one sign-in by its id; put together once for each database.</summary>
public delegate Task<LiveSession?> OneLiveSession(PortalDbContext db, SessionId id, LiveSessionLimits limits);

/// <summary>The last moments at which a sign-in that goes on may have been used and may have begun, and the day on which its person has to be in office.</summary>
public readonly record struct LiveSessionLimits(DateTimeOffset IdleSince, DateTimeOffset BegunBefore, DateOnly Day)
{
    public static LiveSessionLimits Now(SignInOptions limits, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new LiveSessionLimits(now.AddMinutes(-limits.IdleMinutes), now.AddHours(-limits.AbsoluteHours), clock.Today());
    }

    /// <summary>When a sign-in runs out that is not used again.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset began, DateTimeOffset lastSeen, SignInOptions limits)
    {
        var (idle, absolute) = (lastSeen.AddMinutes(limits.IdleMinutes), began.AddHours(limits.AbsoluteHours));
        return idle < absolute ? idle : absolute;
    }
}

public static class LiveSessionExtensions
{
    // The one place that says when a sign-in goes on: not ended, within its limits, of an account that exists, is not disabled and is what it was at sign-in.
    // It is an expression, since every act begins by asking it: put together and translated anew each time, that alone would cost a tenth of a save.
    private static readonly Expression<Func<PortalDbContext, DateTimeOffset, DateTimeOffset, DateOnly, Func<Appointment, DateOnly, bool>, IQueryable<LiveSession>>> s_live =
        (db, idleSince, begunBefore, day, isInOffice) =>
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
                IsInOffice = db.Appointments.Any(t => t.Person == person.Id && isInOffice(t, day)),
                BeganAt = session.BeganAt,
                LastSeenAt = session.LastSeenAt,
                AuthenticatedAt = session.AuthenticatedAt,
            };

    private static readonly Expression s_body = ReplacingExpressionVisitor.Replace(s_live.Parameters[4], InOfficeExtensions.Rule, s_live.Body);

    private static readonly Func<PortalDbContext, DateTimeOffset, DateTimeOffset, DateOnly, IQueryable<LiveSession>> s_query =
        Expression.Lambda<Func<PortalDbContext, DateTimeOffset, DateTimeOffset, DateOnly, IQueryable<LiveSession>>>(s_body, s_live.Parameters.Take(4)).Compile();

    /// <summary>The sign-ins that go on. The cookie, every use case and the watch over open circuits ask this.</summary>
    public static IQueryable<LiveSession> LiveSessions(this PortalDbContext db, SignInOptions limits, TimeProvider clock)
    {
        var (idleSince, begunBefore, day) = LiveSessionLimits.Now(limits, clock);
        return s_query(db, idleSince, begunBefore, day);
    }

    /// <summary>The same, for one sign-in and translated once. To be kept by whoever asks one database: it holds for that alone.</summary>
    public static OneLiveSession One()
    {
        Expression<Func<IQueryable<LiveSession>, SessionId, LiveSession?>> one = (live, id) => live.SingleOrDefault(s => s.Id == id);
        var asked = EF.CompileAsyncQuery(Expression.Lambda<Func<PortalDbContext, SessionId, DateTimeOffset, DateTimeOffset, DateOnly, LiveSession?>>(
            ReplacingExpressionVisitor.Replace(one.Parameters[0], s_body, one.Body),
            [s_live.Parameters[0], one.Parameters[1], .. s_live.Parameters.Skip(1).Take(3)]));
        return (db, id, limits) => asked(db, id, limits.IdleSince, limits.BegunBefore, limits.Day);
    }

    /// <summary>The sign-ins that nobody ended and that go on no more.</summary>
    public static IQueryable<SignInSession> ExpiredSessions(this PortalDbContext db, SignInOptions limits, TimeProvider clock)
    {
        var (idleSince, begunBefore, _) = LiveSessionLimits.Now(limits, clock);
        return db.Sessions.Where(s => s.EndedAt == null && (s.LastSeenAt <= idleSince || s.BeganAt <= begunBefore));
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
