using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Portal.Data;

namespace Portal.Access;

/// <summary>Asks now and then whether the person of a circuit still has standing. The socket is cut by the session watch; this is the circuit's own net under it, should it have no socket at that moment.</summary>
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
        catch (ObjectDisposedException)
        {
            // The portal is leaving, and the circuit with it.
            return true;
        }
        catch (Exception trouble) when (StorageTroubles.Of(trouble) is not null)
        {
            // While nobody can be asked, nothing can be read or written either: no reason to end every open page.
            return true;
        }
    }
}
