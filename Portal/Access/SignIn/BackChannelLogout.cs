using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access.SignIn;

/// <summary>The provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): their sessions here are over too.</summary>
internal sealed partial class BackChannelLogout(
    UnitOfWork work, IOptionsMonitor<OpenIdConnectOptions> provider, IOptions<SignInOptions> signIn, TimeProvider clock, ILogger<BackChannelLogout> logger)
{
    private const string Type = "logout+jwt";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly JsonWebTokenHandler s_tokens = new() { MapInboundClaims = false };

    /// <summary>Tokens used before, until they would be refused for their age anyway.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = [];

    /// <returns>Whether the token was the provider's word, used for the first time.</returns>
    public async Task<bool> EndAsync(string? logoutToken, CancellationToken cancellationToken)
    {
        if (await ReadAsync(logoutToken) is not { } token || !UseOnce(token))
        {
            LogRefused(logger);
            return false;
        }

        var (subject, session) = (Text(token, JwtRegisteredClaimNames.Sub), Text(token, JwtRegisteredClaimNames.Sid));
        AuditScope.PortalActs(AuditActs.ProviderSignOut);
        try
        {
            var ended = await work.WriteAsync(db => EndAsync(db, token.Issuer, subject, session, cancellationToken), cancellationToken);
            LogEnded(logger, ended);
            return true;
        }
        catch
        {
            // Nobody was signed out by it: the provider may try again with the same token.
            _used.TryRemove(IdOf(token), out _);
            throw;
        }
    }

    private async Task<JsonWebToken?> ReadAsync(string? logoutToken)
    {
        var parameters = ProviderSetup.Tokens(signIn.Value, clock);
        parameters.ValidTypes = [Type];
        parameters.ConfigurationManager = (BaseConfigurationManager)provider.Get(ProviderSetup.Scheme).ConfigurationManager!;
        var result = await s_tokens.ValidateTokenAsync(logoutToken, parameters);
        return result is { IsValid: true, SecurityToken: JsonWebToken token } && IsLogout(token) ? token : null;
    }

    private bool IsLogout(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var logout) && logout.ValueKind == JsonValueKind.Object
        && !token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Nonce, out _)
        && Text(token, JwtRegisteredClaimNames.Jti) is not null
        && token.IssuedAt != default && token.IssuedAt <= (clock.GetUtcNow() + ProviderSetup.Skew).UtcDateTime
        && (Text(token, JwtRegisteredClaimNames.Sub) ?? Text(token, JwtRegisteredClaimNames.Sid)) is not null;

    private bool UseOnce(JsonWebToken token)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in _used)
        {
            if (until < now)
            {
                _used.TryRemove(old, out _);
            }
        }

        return _used.TryAdd(IdOf(token), new DateTimeOffset(token.ValidTo) + ProviderSetup.Skew);
    }

    private async Task<int> EndAsync(PortalDbContext db, string issuer, string? subject, string? session, CancellationToken cancellationToken)
    {
        var sessions = await (
            from open in db.Sessions
            join account in db.Accounts on open.Account equals account.Id
            where open.EndedAt == null && account.Issuer == issuer
                && (subject == null || account.Subject == subject)
                && (session == null || open.ProviderSession == session)
            select open).ToListAsync(cancellationToken);
        sessions.ForEach(s => s.End(SessionEnd.EndedByProvider, clock.GetUtcNow()));
        return sessions.Count;
    }

    private static string IdOf(JsonWebToken token) => Text(token, JwtRegisteredClaimNames.Jti)!;

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && !string.IsNullOrEmpty(text) ? text : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A logout token was refused.")]
    private static partial void LogRefused(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The identity provider ended {Count} sessions.")]
    private static partial void LogEnded(ILogger logger, int count);
}
