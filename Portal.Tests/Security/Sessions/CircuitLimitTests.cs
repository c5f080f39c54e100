using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Portal.Access.Sessions;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Sessions;

/// <summary>How many live pages there may be (security.md 59): of one person, and in all.</summary>
public sealed class CircuitLimitTests
{
    private readonly OpenCircuits _circuits = new(Options.Create(new SignInOptions { CircuitsPerAccount = 2, CircuitsInAll = 5 }));

    [Fact]
    public void A_person_has_no_more_than_their_number_and_others_have_theirs()
    {
        var (mine, other) = (AccountId.New(), AccountId.New());

        Assert.Null(Open(mine));
        Assert.Null(Open(mine));
        Assert.Equal(CircuitRefusal.TooManyOfYours, Open(mine));
        Assert.Equal(CircuitRefusal.TooManyOfYours, _circuits.WhyNotOpen(mine));
        Assert.Null(Open(other));
    }

    [Fact]
    public void The_machine_carries_no_more_than_its_number()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Null(Open(AccountId.New()));
        }

        Assert.Equal(CircuitRefusal.TooManyInAll, Open(AccountId.New()));
    }

    [Fact]
    public void A_page_that_closes_makes_room_and_one_that_comes_back_has_its_own()
    {
        var account = AccountId.New();
        var first = new Connection(account);
        Assert.True(_circuits.Add(first));
        Assert.Null(_circuits.Admit(first.ConnectionId));
        Assert.Null(Open(account));

        var back = new Connection(account);
        Assert.True(_circuits.Add(back));
        _circuits.CameBack(back.ConnectionId);
        _circuits.Remove(first.ConnectionId);
        Assert.Equal(CircuitRefusal.TooManyOfYours, Open(account));

        _circuits.Remove(back.ConnectionId);
        Assert.Null(Open(account));
    }

    [Fact]
    public void Sockets_without_a_page_are_counted_too()
    {
        var account = AccountId.New();

        var kept = Enumerable.Range(0, 500).Count(_ => _circuits.Add(new Connection(account)));

        Assert.Equal(6, kept);
        Assert.True(_circuits.Add(new Connection(AccountId.New())));
    }

    [Fact]
    public void Twenty_at_the_same_moment_are_no_more_than_their_number()
    {
        var account = AccountId.New();
        var connections = Enumerable.Range(0, 6).Select(_ => new Connection(account)).Where(_circuits.Add).ToList();
        var admitted = 0;

        Parallel.ForEach(connections, connection =>
        {
            if (_circuits.Admit(connection.ConnectionId) is null)
            {
                Interlocked.Increment(ref admitted);
            }
        });

        Assert.Equal(2, admitted);
    }

    [Fact]
    public void What_is_cut_is_cut_once_and_nothing_of_it_is_admitted_after()
    {
        var cut = new Connection(AccountId.New());
        var stays = new Connection(AccountId.New());
        Assert.All([cut, stays], connection => Assert.True(_circuits.Add(connection)));

        _circuits.Abort(new HashSet<SessionId> { cut.Session });

        Assert.Equal((1, 0), (cut.Aborted, stays.Aborted));
        Assert.False(_circuits.IsOpen(cut.Session));
        Assert.Equal(CircuitRefusal.Ended, _circuits.Admit(cut.ConnectionId));
        Assert.True(_circuits.IsOpen(stays.Session));
    }

    private CircuitRefusal? Open(AccountId account)
    {
        var connection = new Connection(account);
        Assert.True(_circuits.Add(connection));
        return _circuits.Admit(connection.ConnectionId);
    }

    internal sealed class Connection(AccountId account) : HubCallerContext
    {
        public SessionId Session { get; } = SessionId.New();

        public int Aborted { get; private set; }

        public override string ConnectionId { get; } = Guid.CreateVersion7().ToString();

        public override string? UserIdentifier => null;

        public bool IsStranger { get; init; }

        public override ClaimsPrincipal? User => IsStranger ? null : SignedIn.As(Session, account);

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => Aborted++;
    }
}
