using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>How the portal stands in its network.</summary>
public sealed class WebOptions
{
    public const string Section = "Portal:Web";

    /// <summary>Addresses (10.0.0.5) and networks (10.0.0.0/24) of the proxies in front, separated by <c>;</c>. Only what they say of a visitor's address and scheme is believed.</summary>
    public string KnownProxies { get; init; } = "";

    /// <summary>Requests a minute from one address without a sign-in; those over it are asked to wait.</summary>
    [Range(10, 100_000)]
    public int AnonymousRequestsPerMinute { get; init; } = 300;

    /// <summary>Requests a second of one person who is signed in, on average. What a live page sends over its own line, and its scripts and styles, are not counted.</summary>
    [Range(1, 10_000)]
    public int AccountRequestsPerSecond { get; init; } = 20;

    /// <summary>Requests that may come in one burst before that.</summary>
    [Range(10, 100_000)]
    public int AccountRequestsAtOnce { get; init; } = 200;

    /// <summary>Seconds between the order to stop and its beginning, in which the portal works on and says at <c>/health/ready</c> that it goes: as long as a proxy takes to notice.</summary>
    [Range(0, 15)]
    public int FarewellSeconds { get; init; } = 3;

    /// <summary>Whether the public finds anything under /public: notices, objections, applications and the check of a card.</summary>
    public bool PublicPages { get; init; } = true;

    /// <summary>Whether the check of a card is among it.</summary>
    public bool PublicCards { get; init; } = true;

    /// <summary>Applications an hour from one address, those that were sent back for a mistake included.</summary>
    [Range(1, 10_000)]
    public int ApplicationsPerHour { get; init; } = 30;

    /// <summary>Objections an hour from one address, counted likewise.</summary>
    [Range(1, 10_000)]
    public int ObjectionsPerHour { get; init; } = 30;

    /// <summary>Applications an hour from all addresses together: whoever tries numbers from many at once is slowed down too.</summary>
    [Range(1, 100_000)]
    public int AllApplicationsPerHour { get; init; } = 600;

    /// <summary>Objections an hour from all addresses together.</summary>
    [Range(1, 100_000)]
    public int AllObjectionsPerHour { get; init; } = 600;

    /// <summary>Files an hour from one address without an account.</summary>
    [Range(1, 10_000)]
    public int VisitorFilesPerHour { get; init; } = 60;

    /// <summary>Files an hour from all such addresses together.</summary>
    [Range(1, 100_000)]
    public int AllVisitorFilesPerHour { get; init; } = 600;

    /// <exception cref="FormatException">An entry is neither an address nor a network.</exception>
    public IReadOnlyList<IPNetwork> Proxies() =>
        [.. KnownProxies.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    private static IPNetwork Network(string entry) =>
        IPAddress.TryParse(entry, out var single) ? new IPNetwork(single, single.GetAddressBytes().Length * 8) : IPNetwork.Parse(entry);
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;

/// <summary>A proxy that is misspelt would make every visitor look like the proxy; a portal that answers to any name sends people to wherever a forged name leads.</summary>
internal sealed class NetworkValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<WebOptions>
{
    private const string AllowedHosts = "AllowedHosts";

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        try
        {
            options.Proxies();
        }
        catch (FormatException)
        {
            return ValidateOptionsResult.Fail($"{WebOptions.Section}:{nameof(WebOptions.KnownProxies)} '{options.KnownProxies}' holds something that is no address and no network.");
        }

        return environment.IsDevelopment() || configuration[AllowedHosts] is { Length: > 0 } hosts && !hosts.Contains('*', StringComparison.Ordinal)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{AllowedHosts} must name the portal's own host names outside Development.");
    }
}
