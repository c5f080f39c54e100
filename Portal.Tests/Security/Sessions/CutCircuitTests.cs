using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Access.Sessions;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.People;
using Portal.Tests.Security.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Sessions;

/// <summary>Losing standing closes what is open (security.md 9, 10, 11, 12): within a second of the save, at the office's midnight by the clock, and within a minute when no notice arrives; a use case is refused at once in every case.</summary>
public sealed class CutCircuitTests : IAsyncLifetime
{
    private const int Pages = 20;

    private static readonly TimeSpan s_atOnce = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly List<OpenSocket> _sockets = [];
    private PortalWithProvider _portal = null!;
    private Visitor _supervisor = null!;
    private AccountId _account;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalWithProvider.StartAsync(_clock, new Dictionary<string, string>
        {
            ["Portal:SignIn:CircuitsPerAccount"] = "50",
            ["Portal:SignIn:AbsoluteHours"] = "24",
            ["Portal:SignIn:IdleMinutes"] = "1440",
        });
        _account = await _portal.AccountAsync(PortalRole.Supervisor, _portal.Provider.Subject);
        _supervisor = await _portal.SignedInAsync();
        for (var page = 0; page < Pages; page++)
        {
            _sockets.Add(await OpenSocket.OpenAsync(_portal, _supervisor));
        }

        await UntilAsync(() => Circuits.Count == Pages);
    }

    public async ValueTask DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _supervisor.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("dismissed")]
    [InlineData("in another role")]
    [InlineData("signed out in another window")]
    [InlineData("signed out by an administrator")]
    public async Task Whoever_is(string what)
    {
        using var bystander = await BystanderAsync();
        using var stays = await OpenSocket.OpenAsync(_portal, bystander);
        await UntilAsync(() => Circuits.Count == Pages + 1);

        await LoseAsync(what);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(_sockets.Select(s => s.Closed)).WaitAsync(TimeSpan.FromSeconds(10), Stop);

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, s_atOnce);
        Assert.False(stays.Closed.IsCompleted);
        await IsOutsideAsync();
    }

    [Fact]
    public async Task When_no_notice_arrives_writes_are_refused_at_once_and_pages_close_within_a_minute()
    {
        var session = _portal.Read(db => db.Sessions.Single(s => s.Account == _account).Id);
        // Past everything that could notice a save.
        await using (var behind = new SqliteConnection(_portal.Read(db => db.Database.GetConnectionString())))
        {
            await behind.OpenAsync(Stop);
            await using var dismiss = behind.CreateCommand();
            dismiss.CommandText = "UPDATE Accounts SET IsDisabled = 1";
            await dismiss.ExecuteNonQueryAsync(Stop);
        }

        var standing = _portal.Services.GetRequiredService<Standing>();
        await Assert.ThrowsAsync<AccessDeniedException>(() => standing.OfAsync(SignedIn.As(session, _account), Stop));
        Assert.All(_sockets, socket => Assert.False(socket.Closed.IsCompleted));

        await PassAsync(TimeSpan.FromSeconds(60));

        await IsOutsideAsync();
    }

    [Fact]
    public async Task A_term_ends_with_its_last_day_by_the_offices_clock_and_not_a_second_before()
    {
        _clock.SetUtcNow(new DateTimeOffset(OfficeClock.Anchor.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.FromHours(8)).ToUniversalTime());
        await _portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<SessionWatch>().Single().SweepAsync(Stop);
        using (var last = await _supervisor.SendAsync(HttpMethod.Get, _portal.At("/my/findings")))
        {
            Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        }

        Assert.All(_sockets, socket => Assert.False(socket.Closed.IsCompleted));

        _clock.Advance(TimeSpan.FromSeconds(1));

        // The watch sleeps until midnight; should it have been awake at that moment, until the next round.
        await PassAsync(TimeSpan.FromSeconds(30));
        await IsOutsideAsync();
    }

    [Fact]
    public async Task A_sign_in_that_has_run_out_closes_its_pages()
    {
        _clock.Advance(TimeSpan.FromHours(14));
        await PassAsync(TimeSpan.FromHours(11));

        await IsOutsideAsync();
    }

    private async Task LoseAsync(string what)
    {
        switch (what)
        {
            case "disabled":
                await _portal.WriteAsync(async db => (await db.Accounts.SingleAsync(a => a.Id == _account, Stop)).Disable(PersonId.New(), isLastAdministrator: false));
                break;
            case "dismissed":
                await _portal.WriteAsync(db => db.Appointments.ExecuteUpdateAsync(set => set.SetProperty(t => t.EndedOn, OfficeClock.Anchor.AddDays(-1)), Stop));
                break;
            case "in another role":
                await _portal.WriteAsync(db => db.Accounts.Where(a => a.Id == _account).ExecuteUpdateAsync(set => set.SetProperty(a => a.Role, PortalRole.Leadership), Stop));
                break;
            case "signed out in another window":
                await _supervisor.SubmitAsync(await _supervisor.OpenAsync(_portal.At("/my/findings")), "/signout");
                break;
            default:
                await _portal.WriteAsync(db => db.EndSessionsAsync(_account, SessionEnd.EndedByAdministrator, _clock.GetUtcNow(), except: null, Stop));
                break;
        }
    }

    private async Task<Visitor> BystanderAsync()
    {
        _portal.Provider.Subject = "bystander";
        await _portal.AccountAsync(PortalRole.Administrator, "bystander");
        return await _portal.SignedInAsync();
    }

    /// <summary>Every page is closed, none comes back, and the next request lands on the sign-in page.</summary>
    private async Task IsOutsideAsync()
    {
        Assert.All(_sockets, socket => Assert.True(socket.Closed.IsCompleted));
        using var again = await _supervisor.SendAsync(HttpMethod.Post, _portal.At("/_blazor/negotiate?negotiateVersion=1"));
        var page = await _supervisor.OpenAsync(_portal.At("/my/findings"));

        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Equal("/signin", page.Address.AbsolutePath);
    }

    /// <summary>Lets the office's time pass a little at a time, until the pages are closed.</summary>
    private async Task PassAsync(TimeSpan atMost)
    {
        var all = Task.WhenAll(_sockets.Select(s => s.Closed));
        for (var passed = TimeSpan.Zero; !all.IsCompleted && passed < atMost; passed += atMost / 20)
        {
            _clock.Advance(atMost / 20);
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(150), Stop));
        }

        await all.WaitAsync(TimeSpan.FromSeconds(2), Stop);
    }

    private OpenCircuits Circuits => _portal.Services.GetRequiredService<OpenCircuits>();

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var tries = 0; !condition() && tries < 200; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
        }

        Assert.True(condition());
    }
}
