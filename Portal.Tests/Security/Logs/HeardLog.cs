using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Portal.Tests.Security.Logs;

/// <summary>Everything that one portal logs, as it would be written: the words, each property, the failure with all that is inside.</summary>
internal sealed class HeardLog : ILogEventSink
{
    private readonly ConcurrentQueue<string> _events = [];

    public IReadOnlyCollection<string> Events => _events;

    public void Emit(LogEvent logEvent) => _events.Enqueue(string.Join(
        '\n', [logEvent.RenderMessage(CultureInfo.InvariantCulture), logEvent.MessageTemplate.Text, .. logEvent.Properties.Select(p => $"{p.Key}={p.Value}"), logEvent.Exception?.ToString() ?? ""]));
}
