using Portal.Confidentiality;
using Portal.Data;

namespace Portal.Commands;

/// <summary>Which commands there are.</summary>
public static class CommandsSetup
{
    public static IServiceCollection AddPortalCommands(this IServiceCollection services) => services
        .AddScoped<IPortalCommand, NewKeysCommand>()
        .AddScoped<IPortalCommand, RenewKeysCommand>()
        .AddScoped<IPortalCommand, InviteAdministratorCommand>()
        .AddScoped<IPortalCommand, VerifyAuditCommand>()
        .AddScoped<IPortalCommand, RetentionReportCommand>()
        .AddScoped<IPortalCommand, RetentionRunCommand>();

    /// <returns>The exit code of the command that was asked for, or <c>null</c> when the portal is to start.</returns>
    public static async Task<int?> RunCommandAsync(this WebApplication app, IReadOnlyList<string> arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IPortalCommand>()
            .FirstOrDefault(c => arguments.Take(2).SequenceEqual(c.Name.Split(' '), StringComparer.Ordinal));
        if (command is { NeedsDatabase: true })
        {
            if (!app.KeysAreThere())
            {
                return 1;
            }

            await app.PrepareDatabaseAsync();
        }

        return command is null
            ? null
            : await command.RunAsync(Console.Out, [.. arguments.Skip(2)], app.Lifetime.ApplicationStopping);
    }
}
