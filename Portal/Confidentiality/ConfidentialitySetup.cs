using System.Text.Json;

namespace Portal.Confidentiality;

public static partial class ConfidentialitySetup
{
    public static IServiceCollection AddPortalConfidentiality(this IServiceCollection services) => services
        .AddSingleton<KeyFile>()
        .AddSingleton(s => s.GetRequiredService<KeyFile>().Read())
        .AddSingleton<FieldCipher>();

    /// <summary>Asked before the database is touched: without its keys the portal would write what nobody can read again.</summary>
    public static bool KeysAreThere(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<DataKeys>();
            return true;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            var path = app.Services.GetRequiredService<KeyFile>().Path;
            LogUnusable(app.Logger, path, unusable.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The portal does not start: the key file {Path} cannot be used ({Reason}). A new office makes one with the command: keys new.")]
    private static partial void LogUnusable(ILogger logger, string path, string reason);
}
