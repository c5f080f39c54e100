using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Tests.Support;

namespace Portal.Tests.Access;

/// <summary>A circuit that stays open is worth what its person is worth now.</summary>
public sealed class StandingWatchTests : IDisposable
{
    private readonly SmallOffice _office = new();
    private readonly StandingWatch _watch;
    private readonly AccountId _account;

    public StandingWatchTests()
    {
        // A sign-in that lasts over midnight, so that it is the term that ends.
        _watch = new StandingWatch(NullLoggerFactory.Instance, new Standing(_office.Db, Options.Create(new SignInOptions { IdleMinutes = 24 * 60, AbsoluteHours = 24 }), _office.Clock));
        using var db = _office.Db.CreateDbContext();
        var account = Account.For(_office.Supervisor("示例甲", until: SmallOffice.Today), PortalRole.Supervisor);
        db.Accounts.Add(account);
        db.SaveChanges();
        _account = account.Id;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        ((IDisposable)_watch).Dispose();
        _office.Dispose();
    }

    [Fact]
    public async Task It_goes_on_to_the_end_of_the_last_day_in_office_and_no_further()
    {
        var state = BeginSession();
        _office.Clock.Advance(TimeSpan.FromHours(15) - TimeSpan.FromSeconds(1));
        Assert.True(await _watch.HoldsAsync(state, Stop));

        _office.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await _watch.HoldsAsync(state, Stop));
    }

    [Fact]
    public async Task It_ends_when_the_account_is_disabled()
    {
        var state = BeginSession();
        await _office.Db.Work.WriteAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDisabled, true), Stop), Stop);

        Assert.False(await _watch.HoldsAsync(state, Stop));
    }

    [Fact]
    public async Task Within_an_act_it_is_what_the_act_itself_would_store()
    {
        var state = BeginSession();

        await Assert.ThrowsAsync<OperationCanceledException>(() => _office.Db.Work.WriteAsync(
            async db =>
            {
                await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDisabled, true), Stop);
                Assert.False(await _watch.HoldsAsync(state, Stop));
                throw new OperationCanceledException();
            },
            Stop));

        Assert.True(await _watch.HoldsAsync(state, Stop));
    }

    [Fact]
    public async Task It_ends_when_the_account_is_something_else_than_at_sign_in()
    {
        var state = BeginSession();
        await _office.Db.Work.WriteAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Role, PortalRole.Leadership), Stop), Stop);

        Assert.False(await _watch.HoldsAsync(state, Stop));
    }

    [Fact]
    public async Task Signing_out_ends_this_sign_in_wherever_it_is_open_and_no_other()
    {
        var (here, elsewhere) = (BeginSession(), BeginSession());
        var id = PortalClaims.SessionOf(here.User);

        await _office.Db.Work.WriteAsync(async db => (await db.Sessions.SingleAsync(s => s.Id == id, Stop)).End(SessionEnd.SignedOut, _office.Clock.GetUtcNow()), Stop);

        Assert.False(await _watch.HoldsAsync(here, Stop));
        Assert.True(await _watch.HoldsAsync(elsewhere, Stop));
    }

    private AuthenticationState BeginSession() => new(SignedIn.Begin(_office.Db, _account, _office.Clock));
}
