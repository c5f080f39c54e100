using System.Security.Claims;
using Portal.Access;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Tests.Support;

/// <summary>Somebody who holds a cookie, whatever it is worth.</summary>
internal static class SignedIn
{
    public static ClaimsPrincipal As(SessionId session, AccountId account) => new(new ClaimsIdentity(
        [new Claim(PortalClaims.Session, session.Value.ToString()), new Claim(PortalClaims.Account, account.Value.ToString())], "test"));

    /// <summary>A session of an account, begun now by the clock.</summary>
    public static ClaimsPrincipal Begin(PortalDb office, AccountId id, TimeProvider clock, SignInProof? proof = null)
    {
        using var db = office.CreateDbContext();
        var session = SignInSession.Begin(
            id, db.Accounts.Single(a => a.Id == id).Role, proof ?? new SignInProof(SignInWay.Persona, clock.GetUtcNow()), Secret.HashOf(Secret.New()), "?", clock.GetUtcNow());
        db.Sessions.Add(session);
        db.SaveChanges();
        return As(session.Id, id);
    }
}
