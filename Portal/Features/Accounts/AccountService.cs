using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Accounts;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Accounts;

/// <summary>Who may sign in. Every change ends what it takes away at once: sessions in the same transaction, open pages with them.</summary>
public sealed class AccountService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, IOptions<SignInOptions> options, TimeProvider clock)
{
    public async Task<PageOf<AccountRow>> ListAsync(PortalRole? role, Paging paging, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeAccounts, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccountRows(role is { } only ? db.Accounts.Where(a => a.Role == only) : db.Accounts, clock.GetUtcNow()).PageAsync(paging, cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<AccountDetails?> GetAsync(AccountId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeAccounts, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccountRows(db.Accounts.Where(a => a.Id == id), clock.GetUtcNow()).SingleOrDefaultAsync(cancellationToken) is { } row
            ? new AccountDetails(row, await db.LiveSessions(options.Value, clock).CountAsync(s => s.Account == id, cancellationToken), row.Person == actor.Person, actor.IsConfirmed)
            : null;
    }

    public async Task<InvitationChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeAccounts, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new InvitationChoices(await db.SupervisorsToInviteAsync(clock.Today(), cancellationToken), actor.IsConfirmed);
    }

    /// <summary>Invites a supervisor in office; anybody else is refused like one that does not exist.</summary>
    public async Task<InvitationLink> InviteSupervisorAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageAccounts, cancellationToken: cancellationToken);
                var invitee = (await db.SupervisorsToInviteAsync(clock.Today(), cancellationToken)).SingleOrDefault(i => i.Person == person)
                    ?? throw new RuleViolationException(AccountRules.HasAccount());
                return await AddAsync(db, Account.For(person, PortalRole.Supervisor), invitee.Name, actor, cancellationToken);
            },
            cancellationToken);
    }

    public async Task<InvitationLink> InviteStaffAsync(string name, PortalRole role, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageAccounts, cancellationToken: cancellationToken);
                Rule.Require(role == PortalRole.Supervisor ? AccountRules.SupervisorStays() : name.Trim() is not { Length: > 0 and <= Person.NameLength } ? AccountRules.NameMissing() : null);
                var person = Person.Staff(PersonId.New(), name.Trim());
                db.People.Add(person);
                return await AddAsync(db, Account.For(person.Id, role), person.FullName, actor, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>A new link for an account; whoever was bound to it is so no longer.</summary>
    public async Task<InvitationLink> InviteAgainAsync(AccountId id, CancellationToken cancellationToken = default)
    {
        InvitationLink? link = null;
        await ChangeAsync(
            id,
            async (db, account, actor) =>
            {
                Rule.Require(account.WhyNotInvite(actor.Person));
                account.Unbind();
                await db.EndSessionsAsync(id, SessionEnd.EndedByAdministrator, clock.GetUtcNow(), except: null, cancellationToken);
                var name = await db.People.Where(p => p.Id == account.Person).Select(p => p.FullName).SingleAsync(cancellationToken);
                link = await InviteAsync(db, account, name, actor, cancellationToken);
            },
            cancellationToken);
        return link!;
    }

    public Task WithdrawAsync(AccountId id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, (db, account, _) => db.WithdrawInvitationsAsync(account.Id, clock.GetUtcNow(), cancellationToken), cancellationToken);

    public Task DisableAsync(AccountId id, CancellationToken cancellationToken = default) => ChangeAsync(
        id,
        async (db, account, actor) =>
        {
            account.Disable(actor.Person, await db.IsLastAdministratorAsync(account, cancellationToken));
            await db.EndSessionsAsync(id, SessionEnd.EndedByAdministrator, clock.GetUtcNow(), except: null, cancellationToken);
            await db.WithdrawInvitationsAsync(id, clock.GetUtcNow(), cancellationToken);
        },
        cancellationToken);

    public Task EnableAsync(AccountId id, CancellationToken cancellationToken = default) => ChangeAsync(
        id,
        (_, account, actor) =>
        {
            account.Enable(actor.Person);
            return Task.CompletedTask;
        },
        cancellationToken);

    public Task ChangeRoleAsync(AccountId id, PortalRole role, CancellationToken cancellationToken = default) => ChangeAsync(
        id,
        async (db, account, actor) =>
        {
            account.ChangeRole(role, actor.Person, await db.IsLastAdministratorAsync(account, cancellationToken));
            await db.EndSessionsAsync(id, SessionEnd.RoleChanged, clock.GetUtcNow(), except: null, cancellationToken);
        },
        cancellationToken);

    public Task EndSessionsAsync(AccountId id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, (db, account, _) => db.EndSessionsAsync(account.Id, SessionEnd.EndedByAdministrator, clock.GetUtcNow(), except: null, cancellationToken), cancellationToken);

    private async Task<InvitationLink> AddAsync(PortalDbContext db, Account account, string name, Actor actor, CancellationToken cancellationToken)
    {
        db.Accounts.Add(account);
        return await InviteAsync(db, account, name, actor, cancellationToken);
    }

    private async Task<InvitationLink> InviteAsync(PortalDbContext db, Account account, string name, Actor actor, CancellationToken cancellationToken)
    {
        var (now, validFor) = (clock.GetUtcNow(), TimeSpan.FromDays(options.Value.InvitationDays));
        return new InvitationLink(account.Id, name, await db.InviteAsync(account.Id, actor.Person, now, validFor, cancellationToken), now + validFor);
    }

    private async Task ChangeAsync(AccountId id, Func<PortalDbContext, Account, Actor, Task> change, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageAccounts, cancellationToken: cancellationToken);
                var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.ManageAccounts));
                await change(db, account, actor);
            },
            cancellationToken);
    }
}
