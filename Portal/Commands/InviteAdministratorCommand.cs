using Portal.Access.SignIn;

namespace Portal.Commands;

/// <summary>The beginning of a new office: prints the link by which its first administrator comes in.</summary>
internal sealed class InviteAdministratorCommand(IServiceProvider services) : IPortalCommand
{
    public string Name => "administrator invite";

    public bool NeedsDatabase => true;

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is [var name])
        {
            return await FirstAdministrator.InviteAsync(services, name, output, cancellationToken);
        }

        await output.WriteLineAsync($"{Name} NAME");
        return 1;
    }
}
