using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Portal.Access;

/// <summary>Asks now and then whether the person of a circuit still has standing: an open dashboard is told of changes without asking anybody, and must not go on for one who was dismissed or has signed out elsewhere.</summary>
internal sealed class StandingWatch(ILoggerFactory logs, Standing standing) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        HoldsAsync(authenticationState, cancellationToken);

    internal async Task<bool> HoldsAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        try
        {
            await standing.OfAsync(state.User, cancellationToken);
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }
}
