using System.Net;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Access.SignIn;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.People;
using Portal.Exports;
using Portal.Features.Accounts;
using Portal.Tests.Support;

namespace Portal.Tests.Security.SignIn;

/// <summary>What is sensitive needs proof, a few minutes old, of who is there (security.md 14).</summary>
[Collection(ProviderGroup.Name)]
public sealed class StepUpTests(ProviderGroup.Running running) : ProviderTests(running)
{
    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    [InlineData(-1, true)]
    [InlineData(-3, false)]
    [InlineData(null, false)]
    public async Task A_sign_in_is_confirmed_for_a_few_minutes_from_when_the_provider_asked(int? minutesAgo, bool confirmed)
    {
        using var office = new SmallOffice();
        var account = Account.For(office.Staff(PortalRole.Administrator).Person, PortalRole.Administrator);
        await office.Db.Work.WriteAsync(db => Task.FromResult(db.Accounts.Add(account)), Stop);
        var proof = new SignInProof(SignInWay.Provider, minutesAgo is { } minutes ? office.Clock.GetUtcNow().AddMinutes(-minutes) : null);
        var principal = SignedIn.Begin(office.Db, account.Id, office.Clock, proof);

        var actor = await new Standing(office.Db, Options.Create(new SignInOptions()), office.Clock).OfAsync(principal, Stop);

        Assert.Equal(confirmed, actor.IsConfirmed);
    }

    [Fact]
    public async Task Without_it_nothing_of_accounts_is_changed_and_everything_may_be_read()
    {
        using var office = new SmallOffice();
        var stale = new Acting(PortalRole.Administrator, office.Staff(PortalRole.Administrator).Person) { IsConfirmed = false };
        var accounts = new AccountService(office.Db, office.Db.Work, stale.Guard(), Options.Create(new SignInOptions()), office.Clock);

        await accounts.ListAsync(null, new Paging(), Stop);
        var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => accounts.InviteStaffAsync("示例新人", PortalRole.Administrator, Stop));

        Assert.Equal(AccessDenial.NotConfirmed, refused.Denial);
        Assert.Empty(office.Read(db => db.Accounts.ToList()));
    }

    [Fact]
    public async Task The_way_there_asks_the_provider_anew_and_comes_back_to_where_it_began()
    {
        var account = await Portal.AccountAsync(PortalRole.Administrator, Provider.Subject);
        Provider.AuthenticatedAgo = TimeSpan.FromMinutes(20);
        using var visitor = await Portal.SignedInAsync();
        var key = visitor.Cookies[Portal.Address.Authority]["portal"];
        var before = await visitor.OpenAsync(Portal.At("/accounts/new"));
        Assert.NotNull(before.Part("confirm"));

        Provider.AuthenticatedAgo = TimeSpan.Zero;
        var asked = await visitor.OpenAsync(Portal.At("/signin/again?back=%2Faccounts%2Fnew"));
        var back = await visitor.OpenAsync(new Uri(asked.Address, asked.Document.QuerySelector("[data-testid=again]")!.GetAttribute("href")!));

        Assert.Equal(("0", "login"), (Provider.LastRequest["max_age"], Provider.LastRequest["prompt"]));
        Assert.Equal("/accounts/new", back.Address.AbsolutePath);
        Assert.Null(back.Part("confirm"));
        Assert.NotEqual(key, visitor.Cookies[Portal.Address.Authority]["portal"]);
        Assert.Equal([SessionEnd.Replaced, null], Portal.Read(db => db.Sessions.Where(s => s.Account == account).OrderBy(s => s.BeganAt).Select(s => s.EndedBecause).ToList()));
    }

    [Fact]
    public async Task Whoever_takes_many_rows_proves_who_they_are_and_comes_back_to_the_list()
    {
        await Portal.AccountAsync(PortalRole.Administrator, Provider.Subject);
        Provider.AuthenticatedAgo = TimeSpan.FromMinutes(20);
        using var visitor = await Portal.SignedInAsync();
        await Portal.WriteAsync(db =>
        {
            db.Agencies.AddRange(Enumerable.Range(0, new ExportOptions().ConfirmAfterRows + 1).Select(i => Agency.Register(AgencyId.New(), $"BULK{i:000}", $"unit {i}", AgencyKind.DistrictGeneral, null, null, isExternal: false)));
            return Task.CompletedTask;
        });

        var few = await visitor.OpenAsync(Portal.At("/agencies/export?q=BULK001"));
        var many = await visitor.OpenAsync(Portal.At("/agencies/export?q=BULK"));

        Assert.Equal((HttpStatusCode.OK, "/agencies/export"), (few.Status, few.Address.AbsolutePath));
        Assert.Equal("/signin/again", many.Address.AbsolutePath);
        Assert.Equal("/agencies?q=BULK", Uri.UnescapeDataString(many.Address.Query["?back=".Length..]));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(null)]
    public async Task A_provider_that_did_not_ask_anew_is_not_believed(int? minutesAgo)
    {
        await Portal.AccountAsync(PortalRole.Administrator, Provider.Subject);
        using var visitor = await Portal.SignedInAsync();
        Provider.AuthenticatedAgo = minutesAgo is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

        var page = await Portal.EnterAsync(visitor, "?again=true&back=%2Faccounts");

        Assert.Equal(nameof(SignInProblem.TooWeak), page.Problem);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_afterwards(string back)
    {
        await Portal.AccountAsync(PortalRole.Leadership, Provider.Subject);
        using var visitor = new Visitor();

        var page = await Portal.EnterAsync(visitor, $"?back={Uri.EscapeDataString(back)}");

        Assert.Equal((Portal.Address.Authority, "/", HttpStatusCode.OK), (page.Address.Authority, page.Address.AbsolutePath, page.Status));
    }
}
