using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Appointments;

namespace Portal.Features.Accounts;

/// <summary>What the account feature reads.</summary>
internal static class AccountQueries
{
    public static IQueryable<AccountRow> AccountRows(this PortalDbContext db, IQueryable<Account> accounts, DateTimeOffset now) =>
        from account in accounts.AsNoTracking()
        join person in db.People on account.Person equals person.Id
        orderby account.Role, person.FullName, account.Id
        select new AccountRow(
            account.Id,
            person.Id,
            person.FullName,
            account.Role,
            account.IsDisabled,
            account.Subject != null,
            db.Sessions.Where(s => s.Account == account.Id).Max(s => (DateTimeOffset?)s.LastSeenAt),
            db.Invitations.Where(i => i.Account == account.Id && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).Select(i => (DateTimeOffset?)i.ExpiresAt).FirstOrDefault());

    public static async Task<IReadOnlyList<Invitee>> SupervisorsToInviteAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken) => await (
        from person in db.People.AsNoTracking()
        where db.Appointments.InOffice(today).Any(t => t.Person == person.Id) && !db.Accounts.Any(a => a.Person == person.Id)
        orderby person.FullName
        select new Invitee(person.Id, person.FullName, db.Cards.Where(c => c.Person == person.Id && c.State == Domain.Credentials.CardState.Active).Select(c => c.Number).FirstOrDefault()))
        .ToListAsync(cancellationToken);

    /// <summary>Whether nobody else could administer the portal.</summary>
    public static async Task<bool> IsLastAdministratorAsync(this PortalDbContext db, Account account, CancellationToken cancellationToken) =>
        account.Role == PortalRole.Administrator
        && !await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Role == PortalRole.Administrator && !a.IsDisabled, cancellationToken);
}
