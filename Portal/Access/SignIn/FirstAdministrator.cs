using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.People;

namespace Portal.Access.SignIn;

/// <summary>The beginning: whoever operates the machine invites the first administrator, who invites everybody else.</summary>
public static class FirstAdministrator
{
    /// <summary>Prints the address to open, below the portal's own, or nothing when an administrator can sign in already and it is theirs to invite.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> InviteAsync(IServiceProvider services, string name, TextWriter output, CancellationToken cancellationToken = default)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var days = services.GetRequiredService<IOptions<SignInOptions>>().Value.InvitationDays;
        var secret = await services.GetRequiredService<UnitOfWork>().WriteAsync(
            async db =>
            {
                if (name.Trim() is not { Length: > 0 and <= Person.NameLength } fullName
                    || await db.Accounts.AnyAsync(a => a.Role == PortalRole.Administrator && !a.IsDisabled && a.Subject != null, cancellationToken))
                {
                    return null;
                }

                var person = Person.Staff(PersonId.New(), fullName);
                var account = Account.For(person.Id, PortalRole.Administrator);
                db.People.Add(person);
                db.Accounts.Add(account);
                await db.SaveChangesAsync(cancellationToken);
                return await db.InviteAsync(account.Id, person.Id, now, TimeSpan.FromDays(days), cancellationToken);
            },
            cancellationToken);
        if (secret is null)
        {
            return 1;
        }

        await output.WriteLineAsync($"/{InvitationLinks.Path}{secret}");
        return 0;
    }
}
