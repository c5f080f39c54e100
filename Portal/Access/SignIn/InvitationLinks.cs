using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access.SignIn;

/// <summary>What a link says to whoever opens it: the role that waits, and until when. Not whose it is: links are forwarded.</summary>
public sealed record OpenInvitation(PortalRole Role, DateTimeOffset ExpiresAt);

/// <summary>Reads invitations for people who are not signed in yet.</summary>
public sealed class InvitationLinks(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>Query part of the address: requests are logged without it.</summary>
    public const string Path = "invitation?code=";

    /// <returns><c>null</c> for one that is unknown, used, withdrawn or has run out: all the same from outside.</returns>
    public async Task<OpenInvitation?> FindAsync(string? secret, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        var hash = Secret.HashOf(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from invitation in db.Invitations.AsNoTracking()
            join account in db.Accounts on invitation.Account equals account.Id
            where invitation.SecretHash == hash && !account.IsDisabled
            select new { invitation, account.Role }).SingleOrDefaultAsync(cancellationToken);
        return found?.invitation.IsOpen(clock.GetUtcNow()) == true ? new OpenInvitation(found.Role, found.invitation.ExpiresAt) : null;
    }
}
