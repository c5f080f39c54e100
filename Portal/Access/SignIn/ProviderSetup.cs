using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Configuration;

namespace Portal.Access.SignIn;

/// <summary>How the portal speaks with the identity provider: authorization code with PKCE and nonce, one issuer, one audience, signatures by public keys only.</summary>
internal static class ProviderSetup
{
    public const string Scheme = "Provider";
    public const string Again = "again";
    public const string InvitationSecret = "invitation";

    /// <summary>A person waits: whoever does not answer in this time is told of as unreachable.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>How far the provider's clock may be from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static IServiceCollection AddIdentityProvider(this IServiceCollection services, AuthenticationBuilder authentication)
    {
        authentication.AddOpenIdConnect(Scheme, _ => { });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<SignInOptions>, TimeProvider>(Configure);
        return services;
    }

    private static void Configure(OpenIdConnectOptions provider, IOptions<SignInOptions> configured, TimeProvider clock)
    {
        var signIn = configured.Value;
        provider.Authority = signIn.Authority;
        provider.ClientId = signIn.ClientId;
        provider.ClientSecret = signIn.ClientSecret;
        provider.RequireHttpsMetadata = signIn.RequireHttpsMetadata;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // An answer in the address brings the cookies of the way in along; a form of another site would not.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.UsePkce = true;
        provider.Scope.Clear();
        provider.Scope.Add(OpenIdConnectScope.OpenId);
        provider.MapInboundClaims = false;
        provider.SaveTokens = false;
        provider.DisableTelemetry = true;
        provider.BackchannelTimeout = Patience;
        provider.CallbackPath = "/signin/callback";
        provider.SignedOutCallbackPath = "/signout/callback";
        provider.SignedOutRedirectUri = "/signin";
        provider.RemoteSignOutPath = PathString.Empty;
        provider.SignInScheme = Sessions.SessionCookie.EnteringScheme;
        foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        provider.TokenValidationParameters = Tokens(signIn, clock);
        provider.Events = ProviderEvents.For(signIn, clock);
    }

    /// <summary>What every token of the provider must be, ID tokens and logout tokens alike.</summary>
    public static TokenValidationParameters Tokens(SignInOptions signIn, TimeProvider clock) => new()
    {
        ValidAudience = signIn.ClientId,
        ValidAlgorithms = s_algorithms,
        ClockSkew = Skew,
        // Pinned: what the discovery document says of itself does not count.
        IssuerValidator = (issuer, _, _) => string.Equals(issuer, signIn.ExpectedIssuer, StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The token is of another issuer.") { InvalidIssuer = issuer },
        LifetimeValidator = (from, until, token, _) => IsInTime(from, until, clock.GetUtcNow().UtcDateTime),
    };

    // The skew is ours to add: a token may name the first or last moment there is.
    private static bool IsInTime(DateTime? from, DateTime? until, DateTime now) => until is not null && now - Skew < until && (from is null || now + Skew > from);
}
