using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Exports;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace Portal.Configuration;

public static partial class ConfigurationSetup
{
    public static WebApplicationBuilder AddPortalOptions(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddValidated<PortalOptions, PortalOptionsValidator>(PortalOptions.Section)
            .AddValidated<DatabaseOptions, DatabaseOptionsValidator>(DatabaseOptions.Section)
            .AddValidated<SignInOptions, SignInOptionsValidator>(SignInOptions.Section)
            .AddValidated<KeysOptions, KeysOptionsValidator>(KeysOptions.Section)
            .AddValidated<ExportOptions, ExportOptionsValidator>(ExportOptions.Section)
            .AddValidated<AuditOptions, AuditOptionsValidator>(AuditOptions.Section)
            .AddValidated<WebOptions, WebOptionsValidator>(WebOptions.Section)
            .AddValidated<LogOptions, LogOptionsValidator>(LogOptions.Section)
            .AddSingleton<IValidateOptions<PortalOptions>, PortalTimeZoneValidator>()
            .AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseConnectionValidator>()
            .AddSingleton<IValidateOptions<KeysOptions>, KeyFileValidator>()
            .AddSingleton<IValidateOptions<WebOptions>, NetworkValidator>()
            .AddSingleton<IValidateOptions<SignInOptions>, IdentityProviderValidator>()
            .AddSingleton<TimeProvider>(services =>
                new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<IOptions<PortalOptions>>().Value.TimeZone)));
        return builder;
    }

    /// <summary>Console for people, compact JSON for machines. Rows carry ids only: no names, no numbers, no secrets, no parameters of queries.</summary>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((services, log) =>
        {
            var options = services.GetRequiredService<IOptions<LogOptions>>().Value;
            log.MinimumLevel.Is(options.MinimumLevel)
                .MinimumLevel.Override("Microsoft", (LogEventLevel)Math.Max((int)LogEventLevel.Warning, (int)options.MinimumLevel))
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", (LogEventLevel)Math.Max((int)LogEventLevel.Information, (int)options.MinimumLevel))
                .Enrich.FromLogContext()
                .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
                .WriteTo.File(
                    new CompactJsonFormatter(),
                    Path.Combine(builder.Environment.ContentRootPath, options.Folder, "portal-.json"),
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: options.RetainedDays)
                .ReadFrom.Services(services);
        }, preserveStaticLogger: true);
        return builder;
    }

    /// <summary>Asked before anything is touched: a portal that is configured wrong says which keys, in one line each, and does not start.</summary>
    public static bool OptionsAreValid(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return true;
        }
        catch (OptionsValidationException invalid)
        {
            foreach (var failure in invalid.Failures)
            {
                LogInvalid(app.Logger, failure);
            }

            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The portal does not start: {Failure}")]
    private static partial void LogInvalid(ILogger logger, string failure);

    private static IServiceCollection AddValidated<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        return services;
    }
}
