using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Portal.Confidentiality;

/// <summary>Where the keys are that make protected data readable. Never where the database or its backups are.</summary>
public sealed class KeysOptions
{
    public const string Section = "Portal:Keys";

    /// <summary>Empty, in Development only: <c>keys/data.json</c> in the data folder, made at the first start.</summary>
    [MaxLength(1000)]
    public string File { get; init; } = "";
}

[OptionsValidator]
internal sealed partial class KeysOptionsValidator : IValidateOptions<KeysOptions>;

/// <summary>Keys beside the database protect nothing: outside Development their file is named by whoever runs the portal.</summary>
internal sealed class KeyFileValidator(IHostEnvironment environment) : IValidateOptions<KeysOptions>
{
    public ValidateOptionsResult Validate(string? name, KeysOptions options) =>
        environment.IsDevelopment() || !string.IsNullOrWhiteSpace(options.File)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"No key file is configured. Missing: {KeysOptions.Section}:{nameof(KeysOptions.File)}.");
}
