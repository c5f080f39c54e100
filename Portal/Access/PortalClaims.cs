using System.Security.Claims;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access;

/// <summary>The claims of a signed-in person. They say who it is; what the person may do is read from the database every time.</summary>
public static class PortalClaims
{
    public const string Account = "sub";
    public const string Name = "name";
    public const string Role = "role";

    /// <summary>One sign-in of many that the same person may have, so that ending one leaves the others.</summary>
    public const string Session = "sid";

    public static SessionId? SessionOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(Session), out var id) ? SessionId.From(id) : null;

    public static AccountId? AccountOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(Account), out var id) ? AccountId.From(id) : null;

    internal static ClaimsPrincipal Principal(LiveSession session) => new(new ClaimsIdentity(
        [
            new Claim(Account, session.Account.Value.ToString("D")),
            new Claim(Name, session.Name),
            new Claim(Role, session.Role.ToString()),
            new Claim(Session, session.Id.Value.ToString("D")),
        ],
        nameof(Portal),
        Name,
        Role));
}
