using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace Portal.Access;

/// <summary>The person at the other end of the circuit, or of the HTTP request.</summary>
internal sealed class CurrentActor(AuthenticationStateProvider states, IHttpContextAccessor http, Standing standing) : ICurrentActor
{
    public async Task<Actor> GetAsync(CancellationToken cancellationToken = default) =>
        await standing.OfAsync(await PrincipalAsync(), cancellationToken);

    // The request behind a circuit's socket is as old as the circuit; within one, the circuit's own state counts.
    private async Task<ClaimsPrincipal> PrincipalAsync() =>
        http.HttpContext is { WebSockets.IsWebSocketRequest: false } request
            ? request.User
            : (await states.GetAuthenticationStateAsync()).User;
}
