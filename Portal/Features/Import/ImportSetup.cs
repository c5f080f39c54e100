using Microsoft.Extensions.Options;

namespace Portal.Features.Import;

public static class ImportSetup
{
    public static IServiceCollection AddPortalImport(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ImportOptions>, ImportOptionsValidator>();
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateOnStart();
        return services.AddScoped<ImportService>().AddScoped<ProblemWords>();
    }
}
