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
        if (invocationContext.HubMethodName is not (Start or Resume or Connect)
            || circuits.Admit(invocationContext.Context.ConnectionId, comesBack: invocationContext.HubMethodName == Connect) is not { } refusal)
        {
            return await next(invocationContext);
        }

        LogRefused(logger, invocationContext.Context.UserIdentifier, refusal);
        await invocationContext.Hub.Clients.Caller.SendAsync(Failed, refusal.ToString(), invocationContext.Context.ConnectionAborted);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A live page of {Account} was not opened: {Refusal}.")]
    private static partial void LogRefused(ILogger logger, string? account, CircuitRefusal refusal);
}
