using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>With which isolation transactions are asked for on one test's database; what the embedded one makes of it is always the same.</summary>
public sealed class BegunTransactions(PortalDb db) : DatabaseEvents(db)
{
    private readonly ConcurrentQueue<IsolationLevel> _levels = new();

    public IReadOnlyCollection<IsolationLevel> Levels => _levels;

    public override void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.TransactionStarting.Name
            && value.Value is TransactionStartingEventData begun
            && begun.Context?.Database.GetDbConnection().DataSource == Database)
        {
            _levels.Enqueue(begun.IsolationLevel);
        }
    }
}
