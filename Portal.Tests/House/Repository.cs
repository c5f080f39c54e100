namespace Portal.Tests.House;

/// <summary>The project's own files, as house tests read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder, by their path from the root with forward slashes.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Where(path => Array.Exists(endings, e => path.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupervisionPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project's folder, whose files they read.");
    }
}

/// <summary>A file of the project: where, and what it says.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Lines of code with their numbers: comments say why and may say it in Chinese.</summary>
    public IEnumerable<(int Number, string Line)> Code() => Text.Split('\n')
        .Select((line, index) => (index + 1, WithoutComment(line)))
        .Where(line => line.Item2.Length > 0);

    private static string WithoutComment(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.StartsWith("//", StringComparison.Ordinal) || trimmed.StartsWith('*') || trimmed.StartsWith("@*", StringComparison.Ordinal))
        {
            return "";
        }

        var comment = trimmed.IndexOf(" // ", StringComparison.Ordinal);
        return comment < 0 ? trimmed : trimmed[..comment];
    }
}
