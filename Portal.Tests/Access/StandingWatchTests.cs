using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Access;

/// <summary>A circuit that stays open is worth what its person is worth now.</summary>
public sealed class StandingWatchTests : IDisposable
{
    private readonly SmallOffice _office = new();
    private readonly EndedSessions _ended;
    private readonly StandingWatch _watch;
    private readonly AccountId _account;

    public StandingWatchTests()
    {
        _ended = new EndedSessions(Options.Create(new SignInOptions()), _office.Clock);
        _watch = new StandingWatch(NullLoggerFactory.Instance, new Standing(_office.Db, _ended, _office.Clock));
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
        var state = SignedIn();
        Assert.True(await _watch.HoldsAsync(state, Stop));

        _office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.False(await _watch.HoldsAsync(state, Stop));
    }

    [Fact]
    public async Task It_ends_when_the_account_is_disabled()
    {
        var state = SignedIn();
        await _office.Db.Work.WriteAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDisabled, true), Stop), Stop);

        Assert.False(await _watch.HoldsAsync(state, Stop));
    }

    [Fact]
    public async Task Signing_out_ends_this_sign_in_wherever_it_is_open_and_no_other()
    {
        var (here, elsewhere) = (SignedIn(), SignedIn());

        _ended.End(here.User);

        Assert.False(await _watch.HoldsAsync(here, Stop));
        Assert.True(await _watch.HoldsAsync(elsewhere, Stop));
    }

    private AuthenticationState SignedIn() => new(AccountSignIn.Principal(_account, PortalRole.Supervisor, "示例甲"));
}
