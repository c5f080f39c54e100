using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>The embedded database takes one writer at a time. Those of this process wait here in a row, where waiting costs no thread: left to SQLite each would hold one while it asks again and again, and readers would find none.</summary>
internal sealed class WritersTurn
{
    private const string Taken = "Others are writing.";

    // Holds one thing: whoever has put it there has the turn.
    private readonly Channel<bool> _turn = Channel.CreateBounded<bool>(1);

    /// <summary>Waits no longer than is left of the patience; what then remains is what the database may wait for others outside.</summary>
    /// <returns>To be disposed of when the transaction has ended.</returns>
    public async Task<IDisposable?> TakeAsync(PortalDbContext db, TimeSpan left, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
        {
            return null;
        }

        var began = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            await _turn.Writer.WriteAsync(true, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SqliteException(Taken, SQLitePCL.raw.SQLITE_BUSY);
        }

        sqlite.DefaultTimeout = Math.Min(sqlite.DefaultTimeout, Math.Max(1, (int)(left - Stopwatch.GetElapsedTime(began)).TotalSeconds));
        return new Turn(_turn.Reader);
    }

    private sealed class Turn(ChannelReader<bool> taken) : IDisposable
    {
        public void Dispose() => taken.TryRead(out _);
    }
}
