using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portal.Configuration;

namespace Portal.Access.SignIn;

/// <summary>How the identity provider is.</summary>
public enum ProviderState
{
    /// <summary>None is configured: only in Development.</summary>
    Missing,
    Ready,
    Unreachable,

    /// <summary>Something answers at its address, but not as the provider that is configured.</summary>
    Wrong,
}

/// <summary>Whether one can sign in at this moment, so that the sign-in page can say so instead of sending people into nowhere. Asked once for everybody, and not again for some seconds.</summary>
public sealed partial class IdentityProvider(IOptionsMonitor<OpenIdConnectOptions> provider, IOptions<SignInOptions> signIn, TimeProvider clock, ILogger<IdentityProvider> logger)
{
    private static readonly TimeSpan s_holds = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private volatile bool _isKnown;
    private (Task<ProviderState> Answer, DateTimeOffset At)? _asked;

    public bool IsConfigured => signIn.Value.HasProvider;

    /// <summary>Whether its addresses and keys were read once: people are sent to it then even while it does not answer us.</summary>
    public bool IsKnown => _isKnown;

    /// <summary>Whether whoever leaves here leaves there too.</summary>
    public bool SignsOut => IsConfigured && signIn.Value.SignOutAtProvider;

    public Task<ProviderState> StateAsync()
    {
        if (!IsConfigured)
        {
            return Task.FromResult(ProviderState.Missing);
        }

        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_asked is not { } asked || now - asked.At >= s_holds)
            {
                _asked = asked = (AskAsync(), now);
            }

            return asked.Answer;
        }
    }

    private async Task<ProviderState> AskAsync()
    {
        var options = provider.Get(ProviderSetup.Scheme);
        try
        {
            using var patience = new CancellationTokenSource(ProviderSetup.Patience);
            var document = await options.Backchannel.GetStringAsync(options.MetadataAddress, patience.Token);
            if (OpenIdConnectConfiguration.Create(document).Issuer != signIn.Value.ExpectedIssuer)
            {
                LogState(logger, ProviderState.Wrong, null);
                return ProviderState.Wrong;
            }

            // Its keys too, without which no answer can be checked: kept by the handler for as long as it may.
            await options.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None).WaitAsync(patience.Token);
            _isKnown = true;
            return ProviderState.Ready;
        }
        catch (Exception exception)
        {
            var state = exception is HttpRequestException or OperationCanceledException or InvalidOperationException ? ProviderState.Unreachable : ProviderState.Wrong;
            LogState(logger, state, exception.GetType().Name);
            return state;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider is {State} ({Failure}).")]
    private static partial void LogState(ILogger logger, ProviderState state, string? failure);
}
