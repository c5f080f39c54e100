using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Portal.Access.Sessions;
using Portal.Access.SignIn;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.SignIns;

namespace Portal.Access;

/// <summary>Signs an account in and out, whoever vouched for the person: a chosen persona in Development, an identity provider elsewhere. The one way in, and where each sign-in is put down.</summary>
public sealed partial class AccountSignIn(UnitOfWork work, AuditTrail trail, TimeProvider clock, ILogger<AccountSignIn> logger)
{
    /// <summary>Begins a session with a new key; one that the browser had before is over, so that a key planted there is worth nothing.</summary>
    /// <returns>What stood in the way; <c>null</c> when the person is in.</returns>
    public async Task<SignInProblem?> SignInAsync(HttpContext http, AccountId id, SignInProof proof)
    {
        var former = PortalClaims.SessionOf((await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal);
        var key = Secret.New();
        var device = DeviceWords.Of(http.Request.Headers[HeaderNames.UserAgent]);
        var problem = await work.WriteAsync(db => BeginAsync(db, id, proof, key, device, former, http.RequestAborted), http.RequestAborted);
        if (problem is { } refused)
        {
            LogRefused(logger, id.Value, refused);
            await trail.RecordRefusedSignInAsync(id, refused.ToString(), http.RequestAborted);
            return refused;
        }

        LogSignedIn(logger, id.Value, proof.Way);
        await http.SignInAsync(SessionCookie.EnteringScheme, new ClaimsPrincipal(new ClaimsIdentity(nameof(Portal))), new AuthenticationProperties { Items = { [SessionStore.Key] = key } });
        return null;
    }

    /// <summary>Ends the session of the browser, or every one of its account.</summary>
    public async Task SignOutAsync(HttpContext http, bool everywhere)
    {
        if (PortalClaims.SessionOf(http.User) is { } session)
        {
            await work.WriteAsync(db => EndAsync(db, session, everywhere, http.RequestAborted), http.RequestAborted);
            LogSignedOut(logger, session.Value, everywhere);
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task<SignInProblem?> BeginAsync(PortalDbContext db, AccountId id, SignInProof proof, string key, string device, SessionId? former, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (account is null || account.IsDisabled)
        {
            return account is null ? SignInProblem.Unknown : SignInProblem.Disabled;
        }

        if (account.Role == PortalRole.Supervisor && !await db.Appointments.InOffice(clock.Today()).AnyAsync(t => t.Person == account.Person, cancellationToken))
        {
            return SignInProblem.NotInOffice;
        }

        AuditScope.SignsIn(new AuditedActor(id, account.Person, account.Role, Session: null), AuditActs.SignIn);
        var now = clock.GetUtcNow();
        if (former is not null)
        {
            (await db.Sessions.SingleOrDefaultAsync(s => s.Id == former, cancellationToken))?.End(SessionEnd.Replaced, now);
        }

        db.Sessions.Add(SignInSession.Begin(id, account.Role, proof, Secret.HashOf(key), device, now));
        return null;
    }

    private async Task EndAsync(PortalDbContext db, SessionId id, bool everywhere, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleAsync(s => s.Id == id, cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == session.Account, cancellationToken);
        AuditScope.SignsIn(new AuditedActor(account.Id, account.Person, session.Role, id.Value.ToString("N")), AuditActs.SignOut);
        session.End(SessionEnd.SignedOut, clock.GetUtcNow());
        if (everywhere)
        {
            await db.EndSessionsAsync(session.Account, SessionEnd.EndedElsewhere, clock.GetUtcNow(), id, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} signed in by {Way}.")]
    private static partial void LogSignedIn(ILogger logger, Guid account, SignInWay way);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} was not signed in: {Problem}.")]
    private static partial void LogRefused(ILogger logger, Guid account, SignInProblem problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Session {Session} signed out; everywhere: {Everywhere}.")]
    private static partial void LogSignedOut(ILogger logger, Guid session, bool everywhere);
}
