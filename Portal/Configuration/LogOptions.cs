using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Serilog.Events;

namespace Portal.Configuration;

/// <summary>Where the log goes and how long it stays.</summary>
public sealed class LogOptions
{
    public const string Section = "Portal:Logs";

    /// <summary>Folder of the JSON files, relative to the content root unless absolute.</summary>
    [Required]
    public string Folder { get; init; } = "logs";

    /// <summary>Days that files are kept; at least six months in production (GB/T 22239).</summary>
    [Range(1, 3650)]
    public int RetainedDays { get; init; } = 190;

    public LogEventLevel MinimumLevel { get; init; } = LogEventLevel.Information;
}

[OptionsValidator]
internal sealed partial class LogOptionsValidator : IValidateOptions<LogOptions>;
