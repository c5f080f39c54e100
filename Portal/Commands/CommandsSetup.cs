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
        .AddScoped<IPortalCommand, BackupVerifyCommand>()
        .AddScoped<IPortalCommand, BackupCommand>()
        .AddScoped<IPortalCommand, RetentionReportCommand>()
        .AddScoped<IPortalCommand, RetentionRunCommand>();

    /// <returns>The exit code of the command that was asked for, or <c>null</c> when the portal is to start.</returns>
    public static async Task<int?> RunCommandAsync(this WebApplication app, IReadOnlyList<string> arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IPortalCommand>()
            .OrderByDescending(c => c.Name.Length)
            .FirstOrDefault(c => arguments.Take(Words(c)).SequenceEqual(c.Name.Split(' '), StringComparer.Ordinal));
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
            : await command.RunAsync(Console.Out, [.. arguments.Skip(Words(command))], app.Lifetime.ApplicationStopping);
    }

    private static int Words(IPortalCommand command) => command.Name.Split(' ').Length;
}
