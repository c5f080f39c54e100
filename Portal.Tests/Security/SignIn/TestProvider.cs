using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Portal.Tests.Security.SignIn;

/// <summary>A real identity provider (OpenIddict) on a free port of this machine, which fails and lies when a test asks it to.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "portal";
    public const string ClientSecret = "a-secret-of-the-tests";

    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    // Made once: a busy machine takes seconds for each.
    private static readonly RsaSecurityKey s_firstKey = NewKey();
    private static readonly SymmetricSecurityKey s_codeKey = new(RandomNumberGenerator.GetBytes(32));

    private readonly WebApplication _host;
    private readonly TimeProvider _clock;
    private readonly HashSet<string> _spentCodes = [];
    private int _keySetReads;

    private TestProvider(WebApplication host, TimeProvider clock) => (_host, _clock) = (host, clock);

    /// <summary>With the slash that OpenIddict puts into its tokens.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Who sits in front of the browser.</summary>
    public string Subject { get; set; } = "sub-1";

    public string Session { get; set; } = "op-session-1";

    public string? Acr { get; set; }

    public string[] Roles { get; set; } = [];

    /// <summary>How long ago they gave their credentials; <c>null</c>: the provider does not say.</summary>
    public TimeSpan? AuthenticatedAgo { get; set; } = TimeSpan.Zero;

    /// <summary>Changes an honest ID token before it is sent.</summary>
    public Func<JsonObject, Lie>? Lie { get; set; }

    /// <summary>What a path answers instead.</summary>
    public Dictionary<string, Func<HttpContext, Task>> Faults { get; } = [];

    public IReadOnlyDictionary<string, string> LastRequest { get; private set; } = new Dictionary<string, string>();

    public int KeySetReads => _keySetReads;

    public SigningCredentials Key => Server.SigningCredentials[0];

    private OpenIddictServerOptions Server => _host.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

    public static async Task<TestProvider> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        TestProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("logout").SetJsonWebKeySetEndpointUris("jwks");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().EnableDegradedMode();
            server.AddSigningKey(s_firstKey).AddEncryptionKey(s_codeKey);
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.Configure(options => options.TimeProvider = clock);
            server.AddEventHandler<ValidateAuthorizationRequestContext>(b => b.UseInlineHandler(_ => default));
            server.AddEventHandler<ValidateEndSessionRequestContext>(b => b.UseInlineHandler(_ => default));
            server.AddEventHandler<ValidateTokenRequestContext>(b => b.UseInlineHandler(CheckClient));
            server.AddEventHandler<HandleAuthorizationRequestContext>(b => b.UseInlineHandler(context => provider!.SignIn(context)));
            server.AddEventHandler<HandleTokenRequestContext>(b => b.UseInlineHandler(context => provider!.SpendCode(context)));
            server.AddEventHandler<HandleEndSessionRequestContext>(b => b.UseInlineHandler(context =>
            {
                context.SignOut();
                return default;
            }));
            server.AddEventHandler<ApplyTokenResponseContext>(b => b.UseInlineHandler(context => provider!.Distort(context)).SetOrder(int.MinValue));
        });
        var host = builder.Build();
        provider = new TestProvider(host, clock);
        // Before what would answer honestly.
        host.Use(provider.FailAsync);
        host.UseAuthentication();
        await host.StartAsync();
        provider.Issuer = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";
        await WarmUpAsync(provider.Issuer);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _host.StopAsync(now.Token);
        await _host.DisposeAsync();
    }

    /// <summary>Signs with a new key from now on, as providers do now and then.</summary>
    public void RotateKeys()
    {
        Server.SigningCredentials.Clear();
        Server.SigningCredentials.Add(new SigningCredentials(NewKey(), SecurityAlgorithms.RsaSha256));
    }

    public static Task Fail(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    public static Task Hang(HttpContext context) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);

    /// <summary>A logout token as the provider sends it, changed as the test wishes.</summary>
    public string LogoutToken(Action<JsonObject>? change = null, string type = "logout+jwt", SigningCredentials? key = null)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["iat"] = now,
            ["exp"] = now + 120,
            ["jti"] = Guid.CreateVersion7().ToString(),
            ["sub"] = Subject,
            ["sid"] = Session,
            ["events"] = new JsonObject { [LogoutEvent] = new JsonObject() },
        };
        change?.Invoke(payload);
        return Sign(payload, key ?? Key, new Dictionary<string, object> { ["typ"] = type });
    }

    public static string Sign(JsonObject payload, SigningCredentials? key, Dictionary<string, object>? header = null)
    {
        var tokens = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return key is null
            ? tokens.CreateToken(payload.ToJsonString())
            : header is null ? tokens.CreateToken(payload.ToJsonString(), key) : tokens.CreateToken(payload.ToJsonString(), key, header);
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.CreateVersion7().ToString("N") };

    /// <summary>What answers in milliseconds answers the first time in seconds, on a busy machine in more than the portal waits.</summary>
    private static async Task WarmUpAsync(string issuer)
    {
        using var http = new HttpClient();
        foreach (var path in new[] { ".well-known/openid-configuration", "jwks", "authorize", "token" })
        {
            using var answer = await http.GetAsync(new Uri(issuer + path));
        }
    }

    private Task FailAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        if (path == "/jwks")
        {
            Interlocked.Increment(ref _keySetReads);
        }

        if (path == "/authorize")
        {
            LastRequest = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        }

        return Faults.TryGetValue(path, out var fault) ? fault(context) : next(context);
    }

    private static ValueTask CheckClient(ValidateTokenRequestContext context)
    {
        if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient);
        }

        return default;
    }

    private ValueTask SignIn(HandleAuthorizationRequestContext context)
    {
        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, Subject);
        identity.SetClaim("sid", Session);
        identity.SetClaim("acr", Acr);
        identity.SetClaims("roles", [.. Roles]);
        if (AuthenticatedAgo is { } ago)
        {
            identity.AddClaim(new Claim("auth_time", (_clock.GetUtcNow() - ago).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        }

        identity.SetScopes(context.Request.GetScopes());
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        context.Principal = new ClaimsPrincipal(identity);
        return default;
    }

    // Without a store, a code is remembered here: it works once.
    private ValueTask SpendCode(HandleTokenRequestContext context)
    {
        if (!_spentCodes.Add(context.Request.Code!))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidGrant);
        }

        return default;
    }

    private ValueTask Distort(ApplyTokenResponseContext context)
    {
        if (Lie is { } tell && context.Response.IdToken is { } honest)
        {
            var payload = JsonNode.Parse(Base64UrlEncoder.Decode(honest.Split('.')[1]))!.AsObject();
            var lie = tell(payload);
            context.Response.IdToken = lie.Token ?? Sign(payload, lie.Key ?? Key);
        }

        return default;
    }
}

/// <summary>How an ID token is forged: other claims, another key, or another token altogether.</summary>
public sealed record Lie(SigningCredentials? Key = null, string? Token = null);
