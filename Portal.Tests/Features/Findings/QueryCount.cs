using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Features.Findings;

/// <summary>Counts the commands that one flow of calls sends to the database; tests that run beside it are not counted.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<QueryCount?> s_current = new();
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    private QueryCount()
    {
        s_current.Value = this;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public static async Task<int> OfAsync(Func<Task> reads)
    {
        using var counting = new QueryCount();
        await reads();
        return counting._count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (s_current.Value == this && value.Key == RelationalEventId.CommandExecuting.Name)
        {
            _count++;
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
