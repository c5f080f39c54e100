using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>What a machine decides about the portal as a whole. What an office decides is in its settings, which are rows.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Zone of the office; legal days begin and end here wherever the server stands.</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Folder of the embedded database and the key ring, relative to the content root unless absolute.</summary>
    [Required]
    public string DataFolder { get; init; } = "data";

    /// <summary>Development only: start with an empty office instead of the demonstration office.</summary>
    public bool StartEmpty { get; init; }
}

[OptionsValidator]
internal sealed partial class PortalOptionsValidator : IValidateOptions<PortalOptions>;

/// <summary>A zone that the machine does not know would shift every deadline, so that it stops the start.</summary>
internal sealed class PortalTimeZoneValidator : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{PortalOptions.Section}:{nameof(PortalOptions.TimeZone)} '{options.TimeZone}' is not known to this machine.");
}
