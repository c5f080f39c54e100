using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;

namespace Portal.Data.SignIns;

public static class InvitationExtensions
{
    /// <summary>Invites an account's person within the caller's unit of work; a former link works no longer.</summary>
    /// <returns>The secret of the link, which is kept nowhere.</returns>
    public static async Task<string> InviteAsync(this PortalDbContext db, AccountId account, PersonId by, DateTimeOffset now, TimeSpan validFor, CancellationToken cancellationToken)
    {
        await db.WithdrawInvitationsAsync(account, now, cancellationToken);
        var secret = Secret.New();
        db.Invitations.Add(Invitation.To(account, Secret.HashOf(secret), by, now, validFor));
        return secret;
    }

    public static async Task WithdrawInvitationsAsync(this PortalDbContext db, AccountId account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var open in await db.Invitations.Where(i => i.Account == account && i.UsedAt == null && i.WithdrawnAt == null).ToListAsync(cancellationToken))
        {
            open.Withdraw(now);
        }

        // Saved before a new one is added: at most one is open.
        await db.SaveChangesAsync(cancellationToken);
    }
}
