using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>Who vouches for people. The portal keeps no passwords: outside Development an OpenID Connect provider does.</summary>
public sealed class SignInOptions
{
    public const string Section = "Portal:SignIn";

    /// <summary>Issuer address of the OpenID Connect provider.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>Minutes without a request after which the sign-in ends.</summary>
    [Range(5, 24 * 60)]
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which the sign-in ends whatever happens.</summary>
    [Range(1, 24)]
    public int AbsoluteHours { get; init; } = 8;

    public IEnumerable<string> MissingKeys() =>
        new[] { (nameof(Authority), Authority), (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret) }
            .Where(key => string.IsNullOrWhiteSpace(key.Item2))
            .Select(key => $"{Section}:{key.Item1}");
}

[OptionsValidator]
internal sealed partial class SignInOptionsValidator : IValidateOptions<SignInOptions>;

/// <summary>Outside Development nobody could sign in without a provider, and nobody may without one.</summary>
internal sealed class IdentityProviderValidator(IHostEnvironment environment) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options) =>
        environment.IsDevelopment() || !options.MissingKeys().Any()
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"No identity provider is configured. Missing: {string.Join(", ", options.MissingKeys())}.");
}
