using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;

namespace Portal.Access;

/// <summary>Signs an account in, whoever vouched for the person: a chosen persona in Development, an identity provider elsewhere. The one way in.</summary>
public sealed class AccountSignIn(IDbContextFactory<PortalDbContext> contexts, AuditTrail trail)
{
    public async Task<ClaimsPrincipal?> PrincipalForAsync(AccountId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking()
            .Where(a => a.Id == id && !a.IsDisabled)
            .Join(db.People, a => a.Person, p => p.Id, (a, p) => new { a.Id, a.Role, p.FullName })
            .SingleOrDefaultAsync(cancellationToken) is { } account
            ? Principal(account.Id, account.Role, account.FullName)
            : null;
    }

    /// <returns>False when the account does not exist or is disabled.</returns>
    public async Task<bool> SignInAsync(HttpContext context, AccountId id)
    {
        var principal = await PrincipalForAsync(id, context.RequestAborted);
        if (principal is null)
        {
            await trail.RecordSignInAsync(AuditActs.SignIn, id, session: null, AuditOutcome.Denied, cancellationToken: context.RequestAborted);
            return false;
        }

        await trail.RecordSignInAsync(AuditActs.SignIn, id, principal.FindFirstValue(PortalClaims.Session), cancellationToken: context.RequestAborted);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
        return true;
    }

    internal static ClaimsPrincipal Principal(AccountId id, PortalRole role, string name) => new(new ClaimsIdentity(
        [
            new Claim(PortalClaims.Account, id.Value.ToString("D")),
            new Claim(PortalClaims.Name, name),
            new Claim(PortalClaims.Role, role.ToString()),
            new Claim(PortalClaims.Session, Guid.CreateVersion7().ToString("N")),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme,
        PortalClaims.Name,
        PortalClaims.Role));
}
