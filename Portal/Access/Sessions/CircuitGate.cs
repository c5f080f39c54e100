using Microsoft.AspNetCore.SignalR;
using Portal.Configuration;

namespace Portal.Access.Sessions;

/// <summary>Stands before Blazor's hub: knows each socket while it is open, and starts no more circuits than there may be.</summary>
internal sealed partial class CircuitGate(OpenCircuits circuits, ILogger<CircuitGate> logger) : IHubFilter
{
    // Of the hub, by name: its methods are the framework's own.
    private const string Start = "StartCircuit";
    private const string Resume = "ResumeCircuit";
    private const string Connect = "ConnectCircuit";

    /// <summary>What the page's script listens to for a circuit that failed; the words are in the page.</summary>
    private const string Failed = "JS.Error";

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (circuits.Add(context.Context))
        {
            return next(context);
        }

        context.Context.Abort();
        return Task.CompletedTask;
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        circuits.Remove(context.Context.ConnectionId);
        return next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var connection = invocationContext.Context.ConnectionId;
        var refused = invocationContext.HubMethodName switch
        {
            Start or Resume => circuits.Admit(connection),
            Connect => circuits.IsOpen(connection) ? null : CircuitRefusal.Ended,
            _ => null,
        };
        if (refused is not { } refusal)
        {
            var answer = await next(invocationContext);
            if (invocationContext.HubMethodName == Connect && answer is true)
            {
                // Only now: whoever names a circuit that is not theirs, or is none, has come back to nothing.
                circuits.CameBack(connection);
            }

            return answer;
        }

        LogRefused(logger, invocationContext.Context.UserIdentifier, refusal);
        await invocationContext.Hub.Clients.Caller.SendAsync(Failed, refusal.ToString(), invocationContext.Context.ConnectionAborted);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A live page of {Account} was not opened: {Refusal}.")]
    private static partial void LogRefused(ILogger logger, string? account, CircuitRefusal refusal);
}
