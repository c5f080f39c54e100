using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access.Sessions;

/// <summary>Which sockets are open on this machine, and whose; how many there may be; and how they are cut.</summary>
public sealed class OpenCircuits(IOptions<SignInOptions> options)
{
    /// <summary>Sockets an account may hold for each circuit: one that is lost lingers while its successor is already there.</summary>
    private const int SocketsPerCircuit = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Open> _open = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    public IReadOnlySet<SessionId> Sessions
    {
        get
        {
            lock (_lock)
            {
                return _open.Values.Select(o => o.Session).ToHashSet();
            }
        }
    }

    /// <summary>What a browser is told that would open one page more.</summary>
    public CircuitRefusal? WhyNotOpen(AccountId account)
    {
        lock (_lock)
        {
            return WhyNot(account);
        }
    }

    /// <returns>False when nobody is signed in, or they hold more sockets than any number of pages explains.</returns>
    internal bool Add(HubCallerContext connection)
    {
        if (PortalClaims.SessionOf(connection.User) is not { } session || PortalClaims.AccountOf(connection.User) is not { } account)
        {
            return false;
        }

        lock (_lock)
        {
            if (_open.Values.Count(o => o.Account == account) >= options.Value.CircuitsPerAccount * SocketsPerCircuit)
            {
                return false;
            }

            _open[connection.ConnectionId] = new Open(session, account, connection);
            return true;
        }
    }

    internal void Remove(string connection)
    {
        lock (_lock)
        {
            _open.Remove(connection);
        }
    }

    /// <summary>Gives a connection its circuit.</summary>
    internal CircuitRefusal? Admit(string connection)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(connection, out var open))
            {
                return CircuitRefusal.Ended;
            }

            if (!open.Admitted && WhyNot(open.Account) is { } refusal)
            {
                return refusal;
            }

            _open[connection] = open with { Admitted = true };
            return null;
        }
    }

    /// <summary>A connection has found its circuit again. It is not refused, since it had its place before; from here on it holds it.</summary>
    internal void CameBack(string connection)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(connection, out var open))
            {
                _open[connection] = open with { Admitted = true };
            }
        }
    }

    internal bool IsOpen(string connection)
    {
        lock (_lock)
        {
            return _open.ContainsKey(connection);
        }
    }

    internal bool IsOpen(SessionId session)
    {
        lock (_lock)
        {
            return _open.Values.Any(o => o.Session == session);
        }
    }

    /// <summary>Cuts every socket of these sign-ins. They are forgotten first, so that what still comes in through them finds the gate shut.</summary>
    internal void Abort(IReadOnlySet<SessionId> sessions)
    {
        List<HubCallerContext> cut;
        lock (_lock)
        {
            var gone = _open.Where(o => sessions.Contains(o.Value.Session)).ToList();
            gone.ForEach(o => _open.Remove(o.Key));
            cut = gone.ConvertAll(o => o.Value.Connection);
        }

        cut.ForEach(connection => connection.Abort());
    }

    private CircuitRefusal? WhyNot(AccountId account)
    {
        var admitted = _open.Values.Where(o => o.Admitted).ToList();
        return admitted.Count(o => o.Account == account) >= options.Value.CircuitsPerAccount ? CircuitRefusal.TooManyOfYours
            : admitted.Count >= options.Value.CircuitsInAll ? CircuitRefusal.TooManyInAll
            : null;
    }

    private sealed record Open(SessionId Session, AccountId Account, HubCallerContext Connection, bool Admitted = false);
}

/// <summary>Why a live page is not opened.</summary>
public enum CircuitRefusal
{
    /// <summary>The sign-in ended between the page and its socket.</summary>
    Ended,
    TooManyOfYours,
    TooManyInAll,
}
