using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Portal.Access.Sessions;

/// <summary>Drops what still comes in from a page whose sign-in was just cut: between the order to close a socket and its end there is a moment.</summary>
internal sealed class ActivityGate(AuthenticationStateProvider states, OpenCircuits circuits) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            if (PortalClaims.SessionOf((await states.GetAuthenticationStateAsync()).User) is { } session && circuits.IsOpen(session))
            {
                await next(context);
            }
        };
}
