using Portal.Access;
using Portal.Access.SignIn;
using Portal.Data.SignIns;

namespace Portal.Tests.Security.SignIn;

/// <summary>A link that works once binds somebody at the provider to an account.</summary>
[Collection(ProviderGroup.Name)]
public sealed class InvitationTests(ProviderGroup.Running running) : ProviderTests(running)
{
    [Fact]
    public async Task The_first_sign_in_through_the_link_binds_and_later_ones_need_no_link()
    {
        var account = await Portal.AccountAsync(PortalRole.Supervisor);
        var secret = await Portal.InviteAsync(account);
        using var visitor = new Visitor();

        var opened = await visitor.OpenAsync(Portal.At($"/invitation?code={secret}"));
        var entered = await visitor.OpenAsync(new Uri(opened.Address, opened.Document.QuerySelector("[data-testid=accept]")!.GetAttribute("href")!));
        using var later = await Portal.SignedInAsync();

        Assert.Equal("/", entered.Address.AbsolutePath);
        var bound = Portal.Read(db => db.Accounts.Single(a => a.Id == account));
        Assert.Equal((Provider.Issuer, Provider.Subject), (bound.Issuer, bound.Subject));
        Assert.Equal(2, Portal.Read(db => db.Sessions.Count(s => s.Account == account)));
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var secret = await Portal.InviteAsync(await Portal.AccountAsync(PortalRole.Leadership));
        using var first = new Visitor();
        await Portal.EnterAsync(first, $"?invitation={secret}");
        Provider.Subject += "-thief";
        using var thief = new Visitor();

        var page = await Portal.EnterAsync(thief, $"?invitation={secret}");
        var opened = await thief.OpenAsync(Portal.At($"/invitation?code={secret}"));

        Assert.Equal(nameof(SignInProblem.InvitationGone), page.Problem);
        Assert.Null(opened.Part("accept"));
        Assert.False(Portal.Read(db => db.Accounts.Any(a => a.Subject == Provider.Subject)));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("replaced")]
    [InlineData("run out")]
    [InlineData("made up")]
    public async Task A_link_that_is_worth_nothing_binds_nobody(string why)
    {
        var account = await Portal.AccountAsync(PortalRole.Leadership);
        var secret = await Portal.InviteAsync(account);
        switch (why)
        {
            case "withdrawn":
                await Portal.WriteAsync(db => db.WithdrawInvitationsAsync(account, Portal.Clock.GetUtcNow(), Stop));
                break;
            case "replaced":
                await Portal.InviteAsync(account);
                break;
            case "run out":
                await Portal.WriteAsync(async db => secret = await db.InviteAsync(account, db.Accounts.Single(a => a.Id == account).Person, Portal.Clock.GetUtcNow().AddDays(-8), TimeSpan.FromDays(7), Stop));
                break;
            default:
                secret = Secret.New();
                break;
        }

        using var visitor = new Visitor();
        var page = await Portal.EnterAsync(visitor, $"?invitation={secret}");

        Assert.Equal(nameof(SignInProblem.InvitationGone), page.Problem);
        Assert.False(Portal.Read(db => db.Accounts.Single(a => a.Id == account)).IsBound);
    }

    [Fact]
    public async Task Somebody_who_has_an_account_does_not_get_another()
    {
        await Portal.AccountAsync(PortalRole.Supervisor, Provider.Subject);
        var secret = await Portal.InviteAsync(await Portal.AccountAsync(PortalRole.Administrator));
        using var visitor = new Visitor();

        var page = await Portal.EnterAsync(visitor, $"?invitation={secret}");

        Assert.Equal(nameof(SignInProblem.BoundElsewhere), page.Problem);
    }

    [Fact]
    public async Task The_secret_is_in_no_row_and_in_no_log()
    {
        var secret = await Portal.InviteAsync(await Portal.AccountAsync(PortalRole.Leadership));
        using var visitor = new Visitor();
        await visitor.OpenAsync(Portal.At($"/invitation?code={secret}"));
        await Portal.EnterAsync(visitor, $"?invitation={secret}");

        Assert.Contains(Secret.HashOf(secret), Portal.Read(db => db.Invitations.Select(i => i.SecretHash).ToList()));
        Assert.DoesNotContain(Portal.Log, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_administrator_is_invited_from_the_machine_and_only_the_first()
    {
        await using var fresh = await PortalWithProvider.StartAsync();
        var output = new StringWriter();

        Assert.Equal(0, await FirstAdministrator.InviteAsync(fresh.Services, "示例科员", output, Stop));
        using var visitor = new Visitor();
        var page = await fresh.EnterAsync(visitor, $"?invitation={output.ToString().Trim().Split('=')[1]}");

        Assert.Equal("/", page.Address.AbsolutePath);
        Assert.Equal(1, await FirstAdministrator.InviteAsync(fresh.Services, "示例另一位", output, Stop));
        Assert.Equal(1, fresh.Read(db => db.Accounts.Count()));
    }
}
