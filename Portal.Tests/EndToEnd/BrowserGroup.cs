namespace Portal.Tests.EndToEnd;

/// <summary>Browser tests share one portal and one browser and run one after the other: two cores do not carry more.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserGroup : ICollectionFixture<PortalInBrowser>
{
    public const string Name = "Browser";
}
