using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Portal.Tests.EndToEnd.BrowserFirst))]

namespace Portal.Tests.EndToEnd;

/// <summary>Browser tests share one portal and one browser and run one after the other: two cores do not carry more.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<PortalInBrowser>
{
    public const string Name = "Browser";
}

/// <summary>The browser waits more than it works: it begins first, and everything else runs beside it. The whole is over a third sooner than with the browser at the end; no test minds the order.</summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => c.TestCollectionDisplayName == BrowserGroup.Name)];
}
