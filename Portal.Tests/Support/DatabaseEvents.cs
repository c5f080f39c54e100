using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Support;

/// <summary>Listens to what EF tells while it lives. Tests that run beside announce listeners of their own at any moment, each on its thread, so nothing here may mind being called from several.</summary>
public abstract class DatabaseEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    protected DatabaseEvents(PortalDb db)
    {
        using (var context = db.CreateDbContext())
        {
            Database = NameOf(context.Database.GetDbConnection());
        }

        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The test's own database: events of others are told too.</summary>
    protected string Database { get; }

    // The embedded one is told by its file, the other by its name on the server.
    protected static string NameOf(DbConnection connection) => $"{connection.DataSource} {connection.Database}";

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public abstract void OnNext(KeyValuePair<string, object?> value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        while (_subscriptions.TryTake(out var subscription))
        {
            subscription.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
