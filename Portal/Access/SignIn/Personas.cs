using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.People;

namespace Portal.Access.SignIn;

/// <summary>One of the people that a developer can sign in as.</summary>
public sealed record Persona(AccountId Account, string Name, PortalRole Role, SourceCategory? Group);

/// <summary>Signing in by choosing a person: only in Development, where the people are fictional. Elsewhere it is shut, whoever asks.</summary>
public sealed class Personas(IHostEnvironment environment, IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    public bool IsOpen => environment.IsDevelopment();

    /// <summary>Staff, and the supervisors in office today.</summary>
    public async Task<IReadOnlyList<Persona>> ListAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            return [];
        }

        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var inOffice = db.Appointments.InOffice(today);
        var accounts = await (
            from account in db.Accounts
            join person in db.People on account.Person equals person.Id
            let term = inOffice.Where(t => t.Person == person.Id).Select(t => (SourceCategory?)t.Group).FirstOrDefault()
            where !account.IsDisabled
            select new { account.Id, person.FullName, account.Role, Group = term, Number = db.Cards.Where(c => c.Person == person.Id).Select(c => c.Number).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. accounts
                .Where(a => a.Role != PortalRole.Supervisor || a.Group is not null)
                .OrderBy(a => a.Role).ThenBy(a => a.Number, StringComparer.Ordinal).ThenBy(a => a.FullName, StringComparer.Ordinal)
                .Select(a => new Persona(a.Id, a.FullName, a.Role, a.Group)),
        ];
    }
}
