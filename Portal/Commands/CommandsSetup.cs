using Portal.Confidentiality;

namespace Portal.Commands;

/// <summary>Which commands there are.</summary>
public static class CommandsSetup
{
    public static IServiceCollection AddPortalCommands(this IServiceCollection services) => services
        .AddScoped<IPortalCommand, NewKeysCommand>()
        .AddScoped<IPortalCommand, RenewKeysCommand>();

    /// <returns>The exit code of the command that was asked for, or <c>null</c> when the portal is to start.</returns>
    public static async Task<int?> RunCommandAsync(this WebApplication app, IReadOnlyList<string> arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IPortalCommand>()
            .FirstOrDefault(c => arguments.Take(2).SequenceEqual(c.Name.Split(' '), StringComparer.Ordinal));
        return command is null
            ? null
            : await command.RunAsync(Console.Out, [.. arguments.Skip(2)], app.Lifetime.ApplicationStopping);
    }
}
