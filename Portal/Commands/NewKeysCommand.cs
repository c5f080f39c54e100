using Portal.Confidentiality;

namespace Portal.Commands;

/// <summary>Makes the key file of a new office. Never over an existing one: what it protects would be lost.</summary>
internal sealed class NewKeysCommand(KeyFile file) : IPortalCommand
{
    public string Name => "keys new";

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (file.Exists)
        {
            await output.WriteLineAsync($"{file.Path}: exists already, left as it is.");
            return 1;
        }

        file.Write(DataKeys.Create());
        await output.WriteLineAsync($"{file.Path}: made. Keep a copy apart from every copy of the database.");
        return 0;
    }
}
