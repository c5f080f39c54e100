namespace Portal.Commands;

/// <summary>Something that whoever runs the portal asks of it on the command line, instead of starting it.</summary>
public interface IPortalCommand
{
    /// <summary>The words that ask for it, such as <c>keys new</c>; of two that fit, the longer one is meant.</summary>
    string Name { get; }

    /// <summary>Whether the database is made or brought up to date first.</summary>
    bool NeedsDatabase => false;

    /// <returns>The exit code: 0 when all is well.</returns>
    Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
