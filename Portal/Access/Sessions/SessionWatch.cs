using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Live;

namespace Portal.Access.Sessions;

/// <summary>
/// Cuts the open pages of whoever has lost standing: signed out elsewhere, disabled, in another role, dismissed, or at the end of the term. Nobody has to tell it:
/// it asks the database which open sign-ins still go on whenever anything was saved, at the office's midnight, and at the latest after half a minute.
/// </summary>
internal sealed partial class SessionWatch(
    IDbContextFactory<PortalDbContext> contexts, OpenCircuits circuits, ChangePulse pulse, IOptions<SignInOptions> limits, TimeProvider clock, ILogger<SessionWatch> logger)
    : BackgroundService
{
    /// <summary>How long a page may go on when no notice of a save arrives.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A burst of saves costs ten questions a second.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(100);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var open = circuits.Sessions;
        if (open.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = await db.LiveSessions(limits.Value, clock).ToListAsync(cancellationToken);
        var gone = open.Except(live.Where(s => s.HasStanding).Select(s => s.Id)).ToHashSet();
        if (gone.Count > 0)
        {
            LogCut(logger, gone.Count);
            circuits.Abort(gone);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = pulse.Listen();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Before asking: a midnight that passes meanwhile is one that was not asked about.
            var due = NextRound();
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Without the database nothing can be read or written through an open page either; the next round asks again.
                LogFailed(logger, exception);
            }

            // A rest of the machine, not a time of the office.
            await Task.Delay(s_rest, stoppingToken);
            var left = due - clock.GetUtcNow();
            await listener.NextAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, stoppingToken);
        }
    }

    private DateTimeOffset NextRound()
    {
        var (midnight, patience) = (clock.StartOf(clock.Today().AddDays(1)), clock.GetUtcNow() + Patience);
        return midnight < patience ? midnight : patience;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} sign-ins have ended; their pages are closed.")]
    private static partial void LogCut(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether open sign-ins go on could not be asked.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
