namespace Portal.Tests.Security.SignIn;

/// <summary>Tests that share one portal and one provider, and run one after the other: each sets the provider as it needs it.</summary>
[CollectionDefinition(Name)]
public sealed class ProviderGroup : ICollectionFixture<ProviderGroup.Running>
{
    public const string Name = "Provider";

    public sealed class Running : IAsyncLifetime
    {
        public PortalWithProvider Portal { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Portal = await PortalWithProvider.StartAsync();

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}

/// <summary>The provider honest and well, and a person of its own for each test.</summary>
public abstract class ProviderTests
{
    protected ProviderTests(ProviderGroup.Running running)
    {
        Portal = running.Portal;
        Provider.Faults.Clear();
        (Provider.Lie, Provider.Acr, Provider.Roles, Provider.AuthenticatedAgo) = (null, null, [], TimeSpan.Zero);
        (Provider.Subject, Provider.Session) = ($"sub-{Guid.CreateVersion7():N}", $"op-{Guid.CreateVersion7():N}");
    }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected PortalWithProvider Portal { get; }

    protected TestProvider Provider => Portal.Provider;
}
