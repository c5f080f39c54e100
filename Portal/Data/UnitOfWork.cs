using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Domain.Rules;

namespace Portal.Data;

/// <summary>Reads, decides and saves in one transaction, so that the facts a rule was asked about are still true when its outcome is stored. The whole is tried again when somebody else was quicker.</summary>
/// <remarks>One unit of work runs at a time, on both providers: see <see cref="PortalDbContext.BeginWritingAsync"/>.</remarks>
public sealed class UnitOfWork(IDbContextFactory<PortalDbContext> contexts)
{
    private const int Attempts = 3;
    private const int DefaultPatienceSeconds = 30;

    private readonly WritersTurn _turn = new();

    public Task WriteAsync(Func<PortalDbContext, Task> work, CancellationToken cancellationToken = default) =>
        WriteAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            cancellationToken);

    public async Task<T> WriteAsync<T>(Func<PortalDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        (AuditedActor? Who, string? Act, AuditedObject? What) tried = default;
        try
        {
            return await TryAsync((db, frame) => WorkAsync(db, frame), isQuiet: false, cancellationToken);
        }
        catch (AccessDeniedException denied)
        {
            // Now that the database is let go of: a denial leaves a row although everything else was rolled back.
            await RecordAsync(_ => Task.FromResult(AuditTrail.EventOf(tried.Who ?? AuditedActor.Portal, denied)), CancellationToken.None);
            throw;
        }
        catch (RuleViolationException refused)
        {
            // Likewise what a provision refuses: its code and what it was about, and nothing that a person typed.
            var denied = new AuditEvent(tried.Who ?? AuditedActor.Portal, tried.Act ?? AuditActs.Portal, AuditOutcome.Denied) { What = tried.What, Reason = refused.Violation.Code };
            await RecordAsync(_ => Task.FromResult(denied), CancellationToken.None);
            throw;
        }

        async Task<T> WorkAsync(PortalDbContext db, AuditFrame frame)
        {
            try
            {
                return await work(db);
            }
            catch (RuleViolationException)
            {
                tried.What = AuditOnSave.OnlyObjectOf(db);
                throw;
            }
            finally
            {
                (tried.Who, tried.Act) = (frame.Who, frame.Act);
            }
        }
    }

    /// <summary>Puts something down in the record: with the unit of work that is under way, or at once.</summary>
    internal async Task RecordAsync(Func<PortalDbContext, Task<AuditEvent>> happened, CancellationToken cancellationToken)
    {
        if (AuditScope.Current is { Db: { } db } underWay)
        {
            underWay.Events.Add(await happened(db));
            return;
        }

        await TryAsync(
            async (db, frame) =>
            {
                frame.Events.Add(await happened(db));
                return true;
            },
            isQuiet: true,
            cancellationToken);
    }

    private async Task<T> TryAsync<T>(Func<PortalDbContext, AuditFrame, Task<T>> work, bool isQuiet, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var patience = TimeSpan.Zero;
            var frame = AuditScope.BeginWork(isQuiet);
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                patience = TimeSpan.FromSeconds(db.Database.GetCommandTimeout() ?? DefaultPatienceSeconds);
                using var turn = await _turn.TakeAsync(db, patience - Stopwatch.GetElapsedTime(began), cancellationToken);
                await using var transaction = await db.BeginWritingAsync(cancellationToken);
                frame.Db = db;
                var result = await work(db, frame);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (attempt < Attempts && IsLost(exception) && Stopwatch.GetElapsedTime(began) < patience)
            {
                // Whoever has waited as long as one command may is told, instead of waiting as long again.
                // Nothing of the attempt is kept: the next one reads everything anew.
            }
            finally
            {
                // Whoever was started from within may outlive it, and goes its own way from here.
                frame.Db = null;
            }
        }
    }

    private static bool IsLost(Exception exception) => LostRace.IsBusy(exception) || LostRace.IsDuplicate(exception) || LostRace.IsForANumber(exception);
}
