using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Access.Sessions;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Tests.Security.Sessions;

/// <summary>What comes in through a socket, whoever wrote it: no more circuits than there may be, and nothing at all once the sign-in has ended.</summary>
public sealed class GateTests : IDisposable
{
    private const int Most = 5;

    private readonly OpenCircuits _circuits = new(Options.Create(new SignInOptions { CircuitsPerAccount = Most }));
    private readonly AccountId _account = AccountId.New();
    private readonly Wire _wire = new();
    private readonly CircuitGate _gate;

    public GateTests() => _gate = new CircuitGate(_circuits, NullLogger<CircuitGate>.Instance);

    public void Dispose() => _wire.Dispose();

    [Theory]
    [InlineData(nameof(Wire.StartCircuit))]
    [InlineData(nameof(Wire.ResumeCircuit))]
    public async Task A_start_beyond_the_limit_does_not_reach_the_hub_and_is_told_why(string method)
    {
        for (var page = 0; page < Most; page++)
        {
            await CallAsync(await ConnectedAsync(), method, answer: "circuit");
        }

        await CallAsync(await ConnectedAsync(), method, answer: "circuit");

        Assert.Equal(Most, _wire.Reached.Count);
        Assert.Equal([("JS.Error", nameof(CircuitRefusal.TooManyOfYours))], _wire.Told);
    }

    [Theory]
    [InlineData(nameof(Wire.StartCircuit))]
    [InlineData(nameof(Wire.ResumeCircuit))]
    public async Task To_come_back_to_an_invented_circuit_buys_nothing(string method)
    {
        for (var page = 0; page < Most + 3; page++)
        {
            var connection = await ConnectedAsync();
            Assert.Equal(false, await CallAsync(connection, nameof(Wire.ConnectCircuit), answer: false));
            await CallAsync(connection, method, answer: "circuit");
        }

        Assert.Equal(Most, _wire.Reached.Count(m => m == method));
        Assert.Equal(3, _wire.Told.Count);
    }

    [Fact]
    public async Task Whoever_has_come_back_holds_a_place()
    {
        for (var page = 0; page < Most; page++)
        {
            Assert.Equal(true, await CallAsync(await ConnectedAsync(), nameof(Wire.ConnectCircuit), answer: true));
        }

        await CallAsync(await ConnectedAsync(), nameof(Wire.StartCircuit), answer: "circuit");

        Assert.Equal(nameof(CircuitRefusal.TooManyOfYours), Assert.Single(_wire.Told).What);
    }

    [Theory]
    [InlineData(nameof(Wire.StartCircuit))]
    [InlineData(nameof(Wire.ResumeCircuit))]
    [InlineData(nameof(Wire.ConnectCircuit))]
    public async Task A_socket_that_was_cut_begins_nothing_any_more(string method)
    {
        var connection = await ConnectedAsync();
        _circuits.Abort(new HashSet<SessionId> { connection.Session });

        await CallAsync(connection, method, answer: true);

        Assert.Empty(_wire.Reached);
        Assert.Equal(nameof(CircuitRefusal.Ended), Assert.Single(_wire.Told).What);
    }

    [Fact]
    public async Task A_socket_without_a_sign_in_is_closed_at_once()
    {
        var stranger = new CircuitLimitTests.Connection(_account) { IsStranger = true };

        await _gate.OnConnectedAsync(new HubLifetimeContext(stranger, _wire.Services, _wire), _ => throw new InvalidOperationException("The hub was reached."));

        Assert.Equal(1, stranger.Aborted);
    }

    [Fact]
    public async Task What_a_page_still_sends_after_its_sign_in_ended_goes_nowhere()
    {
        var connection = await ConnectedAsync();
        var reached = 0;
        var send = new ActivityGate(new Known(connection.User!), _circuits).CreateInboundActivityHandler(_ =>
        {
            reached++;
            return Task.CompletedTask;
        });

        await send(null!);
        Assert.Equal(1, reached);

        _circuits.Abort(new HashSet<SessionId> { connection.Session });
        await send(null!);
        Assert.Equal(1, reached);
    }

    [Fact]
    public async Task What_nobody_sends_goes_nowhere()
    {
        var send = new ActivityGate(new Known(new ClaimsPrincipal()), _circuits).CreateInboundActivityHandler(_ => throw new InvalidOperationException("The page was reached."));

        await send(null!);
    }

    private async Task<CircuitLimitTests.Connection> ConnectedAsync()
    {
        var connection = new CircuitLimitTests.Connection(_account);
        await _gate.OnConnectedAsync(new HubLifetimeContext(connection, _wire.Services, _wire), _ => Task.CompletedTask);
        return connection;
    }

    private async Task<object?> CallAsync(HubCallerContext connection, string method, object? answer) => await _gate.InvokeMethodAsync(
        new HubInvocationContext(connection, _wire.Services, _wire, typeof(Wire).GetMethod(method)!, []),
        _ =>
        {
            _wire.Reached.Add(method);
            return ValueTask.FromResult(answer);
        });

    /// <summary>A hub with the methods of the framework's own, which puts down what it is called and what it tells its caller.</summary>
    private sealed class Wire : Hub, IHubCallerClients, ISingleClientProxy
    {
        public Wire() => Clients = this;

        public IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

        public List<string> Reached { get; } = [];

        public List<(string Method, string? What)> Told { get; } = [];

        IClientProxy IHubCallerClients<IClientProxy>.Caller => this;

        ISingleClientProxy IHubCallerClients.Caller => this;

        IClientProxy IHubCallerClients<IClientProxy>.Others => this;

        IClientProxy IHubClients<IClientProxy>.All => this;

        public void StartCircuit() => throw new NotSupportedException();

        public void ResumeCircuit() => throw new NotSupportedException();

        public void ConnectCircuit() => throw new NotSupportedException();

        Task IClientProxy.SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken)
        {
            Told.Add((method, args[0] as string));
            return Task.CompletedTask;
        }

        Task<T> ISingleClientProxy.InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();

        ISingleClientProxy IHubCallerClients.Client(string connectionId) => this;

        IClientProxy IHubClients<IClientProxy>.Client(string connectionId) => this;

        IClientProxy IHubClients<IClientProxy>.AllExcept(IReadOnlyList<string> excludedConnectionIds) => this;

        IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => this;

        IClientProxy IHubClients<IClientProxy>.Group(string groupName) => this;

        IClientProxy IHubClients<IClientProxy>.GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => this;

        IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => this;

        IClientProxy IHubCallerClients<IClientProxy>.OthersInGroup(string groupName) => this;

        IClientProxy IHubClients<IClientProxy>.User(string userId) => this;

        IClientProxy IHubClients<IClientProxy>.Users(IReadOnlyList<string> userIds) => this;
    }

    private sealed class Known(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
