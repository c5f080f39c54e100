using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Portal.Configuration;

namespace Portal.Access;

/// <summary>Sign-ins that their person has ended: a cookie that was copied before, and a circuit on another tab, are worth nothing from then on. Forgotten when the sign-in would have ended anyway.</summary>
public sealed class EndedSessions(IOptions<SignInOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = [];

    public void End(ClaimsPrincipal principal)
    {
        var now = clock.GetUtcNow();
        foreach (var (session, until) in _ended)
        {
            if (until < now)
            {
                _ended.TryRemove(session, out _);
            }
        }

        if (principal.FindFirstValue(PortalClaims.Session) is { } ended)
        {
            _ended[ended] = now.AddHours(options.Value.AbsoluteHours);
        }
    }

    public bool Contains(ClaimsPrincipal principal) => principal.FindFirstValue(PortalClaims.Session) is { } session && _ended.ContainsKey(session);
}
