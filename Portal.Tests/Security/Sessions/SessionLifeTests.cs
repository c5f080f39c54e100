using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Access.Sessions;
using Portal.Access.SignIn;
using Portal.Audit;
using Portal.Data.SignIns;
using Portal.Tests.Security.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Sessions;

/// <summary>How long a sign-in lasts (security.md 32), and that nobody makes one (31).</summary>
public sealed class SessionLifeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private PortalWithProvider _portal = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalWithProvider.StartAsync(_clock);
        await _portal.AccountAsync(PortalRole.Leadership, _portal.Provider.Subject);
        _visitor = await _portal.SignedInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task It_ends_after_half_an_hour_without_a_request_and_says_so_once()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _clock.Advance(TimeSpan.FromMinutes(29));
            Assert.Equal(HttpStatusCode.OK, await FindingsAsync());
        }

        _clock.Advance(TimeSpan.FromMinutes(30));
        var ended = await _visitor.OpenAsync(_portal.At("/findings"));
        var later = await _visitor.OpenAsync(_portal.At("/findings"));

        Assert.NotNull(ended.Part("ended"));
        Assert.Null(later.Part("ended"));
    }

    [Fact]
    public async Task A_page_that_reconnects_by_itself_is_nobody_at_work()
    {
        _clock.Advance(TimeSpan.FromMinutes(29));
        using var reconnect = await _visitor.SendAsync(HttpMethod.Post, _portal.At("/_blazor/negotiate?negotiateVersion=1"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, reconnect.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync());
    }

    [Fact]
    public async Task It_ends_after_eight_hours_whatever_happens()
    {
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(8) - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, await FindingsAsync());
            _clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(HttpStatusCode.OK, await FindingsAsync());
        _clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync());
    }

    [Fact]
    public async Task What_has_run_out_stays_so_when_the_clock_is_set_back()
    {
        _clock.Advance(TimeSpan.FromMinutes(30));
        await Expiry.EndExpiredAsync(Stop);
        _clock.AdjustTime(_clock.GetUtcNow().AddHours(-1));

        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync());
        var ended = _portal.Read(db => db.Sessions.Single());
        Assert.Equal((SessionEnd.Expired, ended.LastSeenAt.AddMinutes(30)), (ended.EndedBecause, ended.EndedAt));
        var row = Assert.Single(_portal.Read(db => db.AuditEntries.Where(e => e.Act == AuditActs.SignInExpired).ToList()));
        Assert.Null(row.Person);
        Assert.Contains(nameof(SessionEnd.Expired), row.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_on_is_left_alone()
    {
        _clock.Advance(TimeSpan.FromMinutes(29));
        await Expiry.EndExpiredAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, await FindingsAsync());
        Assert.Empty(_portal.Read(db => db.AuditEntries.Where(e => e.Act == AuditActs.SignInExpired).ToList()));
    }

    [Fact]
    public async Task A_cookie_that_is_changed_in_any_place_is_worth_nothing()
    {
        var honest = Cookie;
        foreach (var forged in Forgeries(honest))
        {
            _visitor.Cookies[_portal.Address.Authority]["portal"] = forged;
            Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync());
        }

        _visitor.Cookies[_portal.Address.Authority]["portal"] = honest;
        Assert.Equal(HttpStatusCode.OK, await FindingsAsync());
    }

    [Fact]
    public async Task What_stands_in_the_database_is_no_key()
    {
        var session = _portal.Read(db => db.Sessions.Single());
        foreach (var copied in new[] { session.KeyHash, session.Id.Value.ToString(), "" })
        {
            _visitor.Cookies[_portal.Address.Authority]["portal"] = copied;
            Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync());
        }
    }

    [Fact]
    public async Task A_form_or_a_way_in_with_forged_cookies_is_refused()
    {
        var jar = _visitor.Cookies[_portal.Address.Authority];
        var page = await _visitor.OpenAsync(_portal.At("/findings"));
        var antiforgery = jar.Keys.Single(name => name.Contains("Antiforgery", StringComparison.Ordinal));
        var honest = jar[antiforgery];
        foreach (var forged in Forgeries(honest))
        {
            jar[antiforgery] = forged;
            Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.SubmitAsync(page, "/signout")).Status);
        }

        using var other = new Visitor();
        using var asked = await other.SendAsync(HttpMethod.Get, _portal.At("/signin/provider"));
        using var answered = await other.SendAsync(HttpMethod.Get, asked.Headers.Location!);
        var waiting = other.Cookies[_portal.Address.Authority];
        var correlation = waiting.Keys.Single(name => name.Contains("Correlation", StringComparison.Ordinal));
        waiting[correlation] = "A";
        var refused = await other.OpenAsync(answered.Headers.Location!);

        Assert.Equal(nameof(SignInProblem.Expired), refused.Problem);
    }

    [Fact]
    public void The_library_that_seals_cookies_is_one_that_checks_the_whole_seal() =>
        Assert.True(
            new Version(System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(DataProtectionProvider).Assembly.Location).ProductVersion!.Split('+')[0]) >= new Version(10, 0, 7),
            "CVE-2026-40372");

    [Fact]
    public async Task Signing_in_where_somebody_is_signed_in_gives_a_new_key_and_ends_the_old_one()
    {
        var planted = Cookie;

        await _portal.EnterAsync(_visitor);

        Assert.NotEqual(planted, Cookie);
        _visitor.Cookies[_portal.Address.Authority]["portal"] = planted;
        Assert.Equal(HttpStatusCode.Redirect, await FindingsAsync());
        Assert.Equal([SessionEnd.Replaced, null], _portal.Read(db => db.Sessions.OrderBy(s => s.Id).Select(s => s.EndedBecause).ToList()));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SessionExpiry Expiry => _portal.Services.GetServices<IHostedService>().OfType<SessionExpiry>().Single();

    private string Cookie => _visitor.Cookies[_portal.Address.Authority]["portal"];

    private static IEnumerable<string> Forgeries(string honest)
    {
        foreach (var place in Enumerable.Range(0, honest.Length).Where(i => (i % 7 == 0 || i > honest.Length - 12) && i < honest.Length - 1))
        {
            yield return string.Concat(honest.AsSpan(0, place), honest[place] == 'A' ? "B" : "A", honest.AsSpan(place + 1));
        }

        yield return string.Concat(honest.AsSpan(0, honest.Length - 43), new string('A', 43));
        yield return honest[..(honest.Length / 2)];
        yield return new string('A', honest.Length);
    }

    private async Task<HttpStatusCode> FindingsAsync()
    {
        using var answer = await _visitor.SendAsync(HttpMethod.Get, _portal.At("/findings"));
        return answer.StatusCode;
    }
}
