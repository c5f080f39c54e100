namespace Portal.Ui;

/// <summary>Where a person is sent back to: a page of this portal, whatever the address bar asked for.</summary>
public static class LocalAddress
{
    public const string Home = "/";

    /// <summary>The address when it is one of ours, else the home page; browsers read “//x” and “/\x” as another host.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : Home;

    /// <summary>The page's own path and query, to come back to after a preference was set.</summary>
    public static string Of(string absoluteUri) => OrHome(new Uri(absoluteUri).PathAndQuery);
}
