using System.Globalization;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Portal.Access.SignIn;

/// <summary>What the portal takes from an ID token; everything else in it is left there.</summary>
/// <param name="Issuer">With <paramref name="Subject"/> the name of one person for ever, as an e-mail address is not.</param>
internal sealed record ProviderAnswer(string Issuer, string Subject, DateTimeOffset? AuthenticatedAt, string? Acr, string? Session, IReadOnlyList<string> Roles)
{
    private const string Prefix = "answer.";

    public static ProviderAnswer Of(JwtSecurityToken token, string roleClaim) => new(
        token.Issuer,
        token.Subject,
        long.TryParse(token.Payload.GetValueOrDefault(JwtRegisteredClaimNames.AuthTime)?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null,
        token.Payload.Acr,
        token.Payload.GetValueOrDefault(JwtRegisteredClaimNames.Sid)?.ToString(),
        [.. token.Claims.Where(c => c.Type == roleClaim).Select(c => c.Value)]);

    /// <summary>The handler checks the nonce after it has shown us the token: until then the answer waits in the properties of the request.</summary>
    public void KeepIn(AuthenticationProperties properties) => properties.SetParameter(Prefix, this);

    public static ProviderAnswer? KeptIn(AuthenticationProperties? properties) => properties?.GetParameter<ProviderAnswer>(Prefix);
}
