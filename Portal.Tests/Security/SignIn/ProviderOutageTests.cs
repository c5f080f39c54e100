using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Access.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Security.SignIn;

/// <summary>The identity provider slow, down, or with new keys (security.md 30): whoever is signed in works on, the sign-in page says what is wrong, and nobody has to restart anything.</summary>
public sealed class ProviderOutageTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private PortalWithProvider _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalWithProvider.StartAsync(_clock);
        _portal.Provider.Subject = "leader";
        await _portal.AccountAsync(PortalRole.Leadership, "leader");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/.well-known/openid-configuration", false)]
    [InlineData("/.well-known/openid-configuration", true)]
    [InlineData("/jwks", false)]
    public async Task From_the_start_the_page_says_so_in_time_and_it_recovers_by_itself(string path, bool hangs)
    {
        _portal.Provider.Faults[path] = hangs ? TestProvider.Hang : TestProvider.Fail;
        using var visitor = new Visitor();

        var (page, took) = await TimedAsync(() => visitor.OpenAsync(_portal.At("/signin")));
        var (tried, tookToTry) = await TimedAsync(() => _portal.EnterAsync(visitor));
        _portal.Provider.Faults.Clear();
        _clock.Advance(TimeSpan.FromSeconds(59));
        var well = await visitor.OpenAsync(_portal.At("/signin"));
        var entered = await _portal.EnterAsync(visitor);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Part("provider-state"));
        Assert.Equal(nameof(SignInProblem.Unreachable), tried.Problem);
        Assert.All([took, tookToTry], time => Assert.InRange(time, TimeSpan.Zero, s_patience));
        Assert.Null(well.Part("provider-state"));
        Assert.Equal("/", entered.Address.AbsolutePath);
    }

    [Fact]
    public async Task Something_else_at_its_address_is_told_apart_from_nothing()
    {
        _portal.Provider.Faults["/.well-known/openid-configuration"] = context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "{\"issuer\":\"https://evil.example/\"}");
        using var visitor = new Visitor();

        var page = await visitor.OpenAsync(_portal.At("/signin"));
        var tried = await _portal.EnterAsync(visitor);

        Assert.Contains("配置", page.Part("provider-state"), StringComparison.Ordinal);
        Assert.Equal(nameof(SignInProblem.AnswerRefused), tried.Problem);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_it_does_not_answer_people_work_on_and_a_way_in_ends_in_words(bool hangs)
    {
        using var worker = await _portal.SignedInAsync();
        var fault = hangs ? (Func<Microsoft.AspNetCore.Http.HttpContext, Task>)TestProvider.Hang : TestProvider.Fail;
        foreach (var path in new[] { "/.well-known/openid-configuration", "/jwks", "/token" })
        {
            _portal.Provider.Faults[path] = fault;
        }

        using var visitor = new Visitor();
        // The provider lets the person in, and then does not redeem its own code.
        using var asked = await visitor.SendAsync(HttpMethod.Get, _portal.At("/signin/provider"));
        using var answered = await visitor.SendAsync(HttpMethod.Get, asked.Headers.Location!);
        var (page, took) = await TimedAsync(() => visitor.OpenAsync(answered.Headers.Location!));

        Assert.Equal("/signin", page.Address.AbsolutePath);
        Assert.Equal(nameof(SignInProblem.Unreachable), page.Problem);
        Assert.InRange(took, TimeSpan.Zero, s_patience + s_patience);
        using var works = await worker.SendAsync(HttpMethod.Get, _portal.At("/findings"));
        Assert.Equal(HttpStatusCode.OK, works.StatusCode);

        _portal.Provider.Faults.Clear();
        Assert.Equal("/", (await _portal.EnterAsync(visitor)).Address.AbsolutePath);
    }

    [Fact]
    public async Task New_keys_are_found_without_a_restart_and_unknown_ones_do_not_make_us_ask_again_and_again()
    {
        using var before = await _portal.SignedInAsync();
        _portal.Provider.RotateKeys();

        // The second try at the latest: the first may be what tells us.
        using var visitor = new Visitor();
        var page = await _portal.EnterAsync(visitor);
        for (var tries = 0; page.Address.AbsolutePath != "/" && tries < 3; tries++)
        {
            page = await _portal.EnterAsync(visitor);
        }

        Assert.Equal("/", page.Address.AbsolutePath);

        var reads = _portal.Provider.KeySetReads;
        _portal.Provider.Lie = _ => new Lie(new Microsoft.IdentityModel.Tokens.SigningCredentials(TestProvider.NewKey(), Microsoft.IdentityModel.Tokens.SecurityAlgorithms.RsaSha256));
        for (var tries = 0; tries < 20; tries++)
        {
            using var liar = new Visitor();
            await _portal.EnterAsync(liar);
        }

        Assert.InRange(_portal.Provider.KeySetReads - reads, 0, 1);
    }

    private static async Task<(Page Page, TimeSpan Took)> TimedAsync(Func<Task<Page>> open)
    {
        var began = Stopwatch.GetTimestamp();
        return (await open(), Stopwatch.GetElapsedTime(began));
    }
}
