using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>With which isolation transactions are asked for on one test's database; what the embedded one makes of it is always the same.</summary>
public sealed class BegunTransactions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];

    public BegunTransactions(PortalDb db)
    {
        using var context = db.CreateDbContext();
        _database = context.Database.GetDbConnection().DataSource;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public List<IsolationLevel> Levels { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.TransactionStarting.Name
            && value.Value is TransactionStartingEventData begun
            && begun.Context?.Database.GetDbConnection().DataSource == _database)
        {
            Levels.Add(begun.IsolationLevel);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
