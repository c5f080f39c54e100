using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>Who vouches for people, and how long a sign-in lasts. The portal keeps no passwords: outside Development an OpenID Connect provider does.</summary>
public sealed class SignInOptions
{
    public const string Section = "Portal:SignIn";

    /// <summary>Address of the OpenID Connect provider, under which its discovery document stands.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The <c>iss</c> of its tokens, where that is not the address itself. No other issuer is believed.</summary>
    public string Issuer { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>Refuse a provider that is not asked over https. False is for tests on one machine.</summary>
    public bool RequireHttpsMetadata { get; init; } = true;

    /// <summary>Claim in which the provider states roles. They only take away: rights come from the account.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>Value of <see cref="RoleClaim"/> without which an administrator is not let in. Empty: not demanded.</summary>
    public string AdministratorRole { get; init; } = "";

    public string SupervisorRole { get; init; } = "";

    public string LeadershipRole { get; init; } = "";

    /// <summary><c>acr</c> that administrators and leadership must sign in with. Empty: not demanded.</summary>
    public string StaffAcr { get; init; } = "";

    /// <summary>Minutes since administrators and leadership gave their credentials to the provider, at the most. 0: not demanded.</summary>
    [Range(0, 24 * 60)]
    public int StaffMaxAuthMinutes { get; init; }

    /// <summary>Minutes since somebody proved who they are, at the most, for what is sensitive: roles, reveals, exports.</summary>
    [Range(1, 60)]
    public int StepUpMinutes { get; init; } = 5;

    /// <summary>Sign out at the provider too, so that the next person at the same machine is asked who they are.</summary>
    public bool SignOutAtProvider { get; init; } = true;

    /// <summary>Days that an invitation may be used.</summary>
    [Range(1, 60)]
    public int InvitationDays { get; init; } = 7;

    /// <summary>Minutes without a request after which the sign-in ends.</summary>
    [Range(10, 24 * 60)]
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which the sign-in ends whatever happens.</summary>
    [Range(1, 24)]
    public int AbsoluteHours { get; init; } = 8;

    /// <summary>Live pages that one person may have open.</summary>
    [Range(1, 1000)]
    public int CircuitsPerAccount { get; init; } = 5;

    /// <summary>Live pages that this machine carries.</summary>
    [Range(1, 100_000)]
    public int CircuitsInAll { get; init; } = 1000;

    /// <summary>Whether a provider is asked for at all: any of its keys is there.</summary>
    public bool HasProvider => MissingKeys().Count() < 3;

    public string ExpectedIssuer => string.IsNullOrWhiteSpace(Issuer) ? Authority : Issuer;

    public IEnumerable<string> MissingKeys() =>
        new[] { (nameof(Authority), Authority), (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret) }
            .Where(key => string.IsNullOrWhiteSpace(key.Item2))
            .Select(key => $"{Section}:{key.Item1}");
}

[OptionsValidator]
internal sealed partial class SignInOptionsValidator : IValidateOptions<SignInOptions>;

/// <summary>Outside Development nobody could sign in without a provider, and nobody may without one; a half-named one helps nobody anywhere.</summary>
internal sealed class IdentityProviderValidator(IHostEnvironment environment) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options) =>
        !options.HasProvider && environment.IsDevelopment() ? ValidateOptionsResult.Success
        : options.MissingKeys().Any() ? ValidateOptionsResult.Fail($"No identity provider is configured. Missing: {string.Join(", ", options.MissingKeys())}.")
        : !IsAddress(options.Authority, options.RequireHttpsMetadata) ? ValidateOptionsResult.Fail($"{SignInOptions.Section}:{nameof(SignInOptions.Authority)} must be an https address.")
        : ValidateOptionsResult.Success;

    private static bool IsAddress(string authority, bool secure) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (!secure && address.Scheme == Uri.UriSchemeHttp));
}
