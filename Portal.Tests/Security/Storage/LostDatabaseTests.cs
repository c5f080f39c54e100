using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Access;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Storage;

/// <summary>The database is gone for a while (security.md 45): pages say so soon, nothing is begun in its place, and it is found again without a restart.</summary>
public sealed class LostDatabaseTests : IAsyncLifetime
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(2);

    private readonly TroubledPortal _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Elsewhere => _office.Database + ".away";

    public async ValueTask InitializeAsync()
    {
        await _office.Portal.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await _office.GetAsync("/findings")).Status);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("moved away")]
    [InlineData("a folder in its place")]
    public async Task Pages_say_so_and_it_is_found_again(string how)
    {
        File.Move(_office.Database, Elsewhere);
        if (how != "moved away")
        {
            Directory.CreateDirectory(_office.Database);
        }

        // The first compiles the page of words.
        await IsSaidAsync("/findings", "zh-CN", "暂时连不上数据库", TimeSpan.FromSeconds(10));
        await IsSaidAsync("/findings", "zh-CN", "暂时连不上数据库", s_soon);
        await IsSaidAsync("/findings/export", "zh-CN", "暂时连不上数据库", s_soon);
        await IsSaidAsync("/signin", "en", "The database cannot be reached", s_soon);
        using (var refused = await _office.UploadAsync())
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await _office.HealthAsync("live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await _office.HealthAsync("ready"));
        Assert.False(File.Exists(_office.Database));

        if (how != "moved away")
        {
            Directory.Delete(_office.Database);
        }

        File.Move(Elsewhere, _office.Database);

        await _office.IsReadyAgainAsync();
        Assert.Equal(HttpStatusCode.OK, (await _office.GetAsync("/findings")).Status);
        using var again = await _office.UploadAsync();
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await _office.VerifyAsync();
    }

    [Fact]
    public async Task Nothing_is_written_into_a_file_that_was_deleted()
    {
        File.Delete(_office.Database);

        using var refused = await _office.UploadAsync();

        // Under its old handles it could be written on, and would be missed at the next start.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.False(File.Exists(_office.Database));
    }

    [Fact]
    public async Task An_open_page_is_not_signed_out_while_nobody_can_be_asked()
    {
        using var office = new SmallOffice();
        var clerk = office.Staff(PortalRole.Administrator);
        var account = Portal.Data.Account.For(clerk.Person, PortalRole.Administrator);
        office.Change(db => db.Accounts.Add(account));
        var principal = SignedIn.Begin(office.Db, account.Id, office.Clock);
        var contexts = new Troubled(office.Db);
        using var watch = new StandingWatch(NullLoggerFactory.Instance, new Standing(contexts, Microsoft.Extensions.Options.Options.Create(new Portal.Configuration.SignInOptions()), office.Clock));
        var state = new AuthenticationState(principal);

        Assert.True(await watch.HoldsAsync(state, Stop));
        contexts.IsAway = true;
        Assert.True(await watch.HoldsAsync(state, Stop));
        contexts.IsAway = false;
        Assert.False(await watch.HoldsAsync(new AuthenticationState(new ClaimsPrincipal()), Stop));
    }

    private async Task IsSaidAsync(string address, string language, string expected, TimeSpan within)
    {
        _office.Portal.Cookies.Add(_office.Portal.Client.BaseAddress!, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString($"c={language}|uic={language}")));
        var (status, words, took) = await _office.GetAsync(address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.InRange(took, TimeSpan.Zero, within);
    }

    private sealed class Troubled(PortalDb inner) : IDbContextFactory<Portal.Data.PortalDbContext>
    {
        public bool IsAway { get; set; }

        public Portal.Data.PortalDbContext CreateDbContext() => IsAway ? throw new SqliteException("away", 14) : inner.CreateDbContext();
    }
}
