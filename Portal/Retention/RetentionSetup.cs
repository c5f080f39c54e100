using Microsoft.Extensions.Options;

namespace Portal.Retention;

public static class RetentionSetup
{
    public static IServiceCollection AddPortalRetention(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<RetentionRunner>()
            .AddHostedService<RetentionNight>();
    }
}
