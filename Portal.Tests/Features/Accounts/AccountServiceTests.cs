using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Accounts;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Accounts;
using Portal.Features.SignIns;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Accounts;

/// <summary>Who may sign in, and what a change ends.</summary>
public sealed class AccountServiceTests : IDisposable
{
    private readonly SmallOffice _office = new();
    private readonly Acting _clerk;
    private readonly AccountId _own;
    private readonly AccountService _accounts;

    public AccountServiceTests()
    {
        _clerk = _office.Staff(PortalRole.Administrator);
        _own = AccountOf(_clerk.Person, PortalRole.Administrator);
        _accounts = For(_clerk);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_supervisor_in_office_is_invited_once_and_the_link_is_kept_as_a_hash()
    {
        var supervisor = _office.Supervisor("示例甲", card: "ZZ-2026-0001");
        _office.Supervisor("示例乙", until: SmallOffice.Today.AddDays(-1));
        Assert.Equal(["示例甲"], (await _accounts.ChoicesAsync(Stop)).Supervisors.Select(s => s.Name));

        var link = await _accounts.InviteSupervisorAsync(supervisor, Stop);

        Assert.Equal(SmallOffice.Today.AddDays(7), DateOnly.FromDateTime(link.ExpiresAt.ToOffset(TimeSpan.FromHours(8)).DateTime));
        Assert.Equal(Secret.HashOf(link.Secret), _office.Read(db => db.Invitations.Single().SecretHash));
        Assert.Empty((await _accounts.ChoicesAsync(Stop)).Supervisors);
        await RefusedAsync(AccountRules.HasAccount(), () => _accounts.InviteSupervisorAsync(supervisor, Stop));
        Assert.Equal(nameof(AccountText.State_Invited), (await _accounts.GetAsync(link.Account, Stop))!.Row.StateKey);
    }

    [Fact]
    public async Task A_second_link_makes_the_first_one_worthless_and_undoes_the_binding()
    {
        var link = await _accounts.InviteStaffAsync(" 示例局长 ", PortalRole.Leadership, Stop);
        await _office.Db.Work.WriteAsync(async db => (await db.Accounts.SingleAsync(a => a.Id == link.Account, Stop)).Bind("https://id.example", "sub"), Stop);
        SignedIn.Begin(_office.Db, link.Account, _office.Clock);

        var second = await _accounts.InviteAgainAsync(link.Account, Stop);

        Assert.Equal("示例局长", second.Name);
        Assert.Equal([Secret.HashOf(second.Secret)], _office.Read(db => db.Invitations.Where(i => i.WithdrawnAt == null).Select(i => i.SecretHash).ToList()));
        Assert.False(_office.Read(db => db.Accounts.Single(a => a.Id == link.Account)).IsBound);
        Assert.Equal([SessionEnd.EndedByAdministrator], Ends(link.Account));
    }

    [Fact]
    public async Task Disabling_ends_every_session_and_every_invitation()
    {
        var link = await _accounts.InviteStaffAsync("示例局长", PortalRole.Leadership, Stop);
        SignedIn.Begin(_office.Db, link.Account, _office.Clock);
        SignedIn.Begin(_office.Db, link.Account, _office.Clock);

        await _accounts.DisableAsync(link.Account, Stop);

        Assert.Equal([SessionEnd.EndedByAdministrator, SessionEnd.EndedByAdministrator], Ends(link.Account));
        Assert.All(_office.Read(db => db.Invitations.ToList()), invitation => Assert.False(invitation.IsOpen(_office.Clock.GetUtcNow())));
        await RefusedAsync(AccountRules.AlreadyDisabled(), () => _accounts.DisableAsync(link.Account, Stop));
        await RefusedAsync(AccountRules.AlreadyDisabled(), () => _accounts.InviteAgainAsync(link.Account, Stop));

        await _accounts.EnableAsync(link.Account, Stop);
        await RefusedAsync(AccountRules.NotDisabled(), () => _accounts.EnableAsync(link.Account, Stop));
    }

    [Fact]
    public async Task A_new_role_begins_with_a_new_sign_in()
    {
        var link = await _accounts.InviteStaffAsync("示例局长", PortalRole.Leadership, Stop);
        SignedIn.Begin(_office.Db, link.Account, _office.Clock);

        await _accounts.ChangeRoleAsync(link.Account, PortalRole.Administrator, Stop);

        Assert.Equal([SessionEnd.RoleChanged], Ends(link.Account));
        Assert.Equal(PortalRole.Administrator, _office.Read(db => db.Accounts.Single(a => a.Id == link.Account)).Role);
        await RefusedAsync(AccountRules.SameRole(), () => _accounts.ChangeRoleAsync(link.Account, PortalRole.Administrator, Stop));
    }

    [Fact]
    public async Task Nobody_changes_their_own_account()
    {
        await RefusedAsync(AccountRules.OwnAccount(), () => _accounts.DisableAsync(_own, Stop));
        await RefusedAsync(AccountRules.OwnAccount(), () => _accounts.ChangeRoleAsync(_own, PortalRole.Leadership, Stop));
        await RefusedAsync(AccountRules.OwnAccount(), () => _accounts.InviteAgainAsync(_own, Stop));
        Assert.True((await _accounts.GetAsync(_own, Stop))!.IsOwn);
    }

    [Fact]
    public async Task One_administrator_stays()
    {
        // Somebody whose account was taken from them while they were at it.
        var ghost = For(new Acting(PortalRole.Administrator, _office.Staff(PortalRole.Administrator).Person));

        await RefusedAsync(AccountRules.LastAdministrator(), () => ghost.DisableAsync(_own, Stop));
        await RefusedAsync(AccountRules.LastAdministrator(), () => ghost.ChangeRoleAsync(_own, PortalRole.Leadership, Stop));

        await _accounts.InviteStaffAsync("示例另一位", PortalRole.Administrator, Stop);
        await ghost.DisableAsync(_own, Stop);
    }

    [Fact]
    public async Task Whoever_supervises_does_not_become_staff_nor_staff_a_supervisor()
    {
        var supervisor = (await _accounts.InviteSupervisorAsync(_office.Supervisor("示例甲"), Stop)).Account;
        var leader = (await _accounts.InviteStaffAsync("示例局长", PortalRole.Leadership, Stop)).Account;

        await RefusedAsync(AccountRules.SupervisorStays(), () => _accounts.ChangeRoleAsync(supervisor, PortalRole.Administrator, Stop));
        await RefusedAsync(AccountRules.SupervisorStays(), () => _accounts.ChangeRoleAsync(leader, PortalRole.Supervisor, Stop));
        await RefusedAsync(AccountRules.SupervisorStays(), () => _accounts.InviteStaffAsync("示例某", PortalRole.Supervisor, Stop));
        await RefusedAsync(AccountRules.NameMissing(), () => _accounts.InviteStaffAsync("  ", PortalRole.Leadership, Stop));
    }

    [Fact]
    public async Task Everybody_sees_their_own_sign_ins_and_ends_only_those()
    {
        var other = (await _accounts.InviteStaffAsync("示例局长", PortalRole.Leadership, Stop)).Account;
        var (mine, theirs) = (PortalClaims.SessionOf(SignedIn.Begin(_office.Db, _own, _office.Clock))!.Value, PortalClaims.SessionOf(SignedIn.Begin(_office.Db, other, _office.Clock))!.Value);
        var history = new SignInHistoryService(_office.Db, _office.Db.Work, _clerk.Guard(), Options.Create(new SignInOptions()), _office.Clock);

        Assert.Equal([mine], (await history.MineAsync(Stop)).Select(s => s.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => history.EndAsync(theirs, Stop));
        await history.EndAsync(mine, Stop);

        Assert.Equal(nameof(SignInsText.End_EndedElsewhere), Assert.Single(await history.MineAsync(Stop)).StateKey);
        Assert.Equal([null], Ends(other));
    }

    private static async Task RefusedAsync(RuleViolation rule, Func<Task> act) =>
        Assert.Equal(rule.Code, (await Assert.ThrowsAsync<RuleViolationException>(act)).Violation.Code);

    private AccountService For(Acting acting) => new(_office.Db, _office.Db.Work, acting.Guard(), Options.Create(new SignInOptions()), _office.Clock);

    private AccountId AccountOf(PersonId person, PortalRole role)
    {
        using var db = _office.Db.CreateDbContext();
        var account = Account.For(person, role);
        db.Accounts.Add(account);
        db.SaveChanges();
        return account.Id;
    }

    private List<SessionEnd?> Ends(AccountId account) => _office.Read(db => db.Sessions.Where(s => s.Account == account).Select(s => s.EndedBecause).ToList());
}
