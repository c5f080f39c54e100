using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access.Sessions;

/// <summary>Puts down as ended what has run out, so that it stays so when the clock is set back. Nobody waits for it: what has run out is worth nothing from its last moment on.</summary>
internal sealed partial class SessionExpiry(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, IOptions<SignInOptions> limits, TimeProvider clock, ILogger<SessionExpiry> logger)
    : BackgroundService
{
    /// <summary>Sign-ins of one transaction: short enough that nobody waits for it.</summary>
    public const int Batch = 100;

    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    public async Task EndExpiredAsync(CancellationToken cancellationToken)
    {
        AuditScope.PortalActs(AuditActs.SignInExpired);
        while (await AnyAsync(cancellationToken) && await work.WriteAsync(db => EndBatchAsync(db, cancellationToken), cancellationToken) == Batch)
        {
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.EveryAsync(s_every, EndExpiredAsync, failure => LogFailed(logger, failure), stoppingToken);

    // Nobody is to wait behind a question that mostly has no answer.
    private async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ExpiredSessions(limits.Value, clock).AnyAsync(cancellationToken);
    }

    private async Task<int> EndBatchAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var expired = await db.ExpiredSessions(limits.Value, clock).OrderBy(s => s.Id).Take(Batch).ToListAsync(cancellationToken);
        expired.ForEach(session => session.End(SessionEnd.Expired, LiveSessionLimits.EndOf(session.BeganAt, session.LastSeenAt, limits.Value)));
        return expired.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sign-ins that ran out could not be put down as ended; it is tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
