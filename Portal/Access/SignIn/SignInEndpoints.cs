using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Portal.Audit;
using Portal.Data;
using Portal.Ui;

namespace Portal.Access.SignIn;

public static class SignInEndpoints
{
    /// <summary>Sign-in and sign-out. Both are forms with an antiforgery token, so that no other site can do either.</summary>
    public static WebApplication MapPortalAccess(this WebApplication app)
    {
        app.MapPost("/signin/persona", EnterAsync).AllowAnonymous();
        app.MapPost("/signout", LeaveAsync).AllowAnonymous();
        // Changes nothing: being asked is what renews the cookie.
        app.MapPost("/at-work", () => Results.NoContent());
        return app;
    }

    private static async Task<IResult> EnterAsync(HttpContext http, Personas personas, AccountSignIn signIn, [FromForm] Guid account, [FromForm] string? back) =>
        !personas.IsOpen ? Results.NotFound()
        : await signIn.SignInAsync(http, AccountId.From(account)) ? Results.LocalRedirect(LocalAddress.OrHome(back))
        : Results.LocalRedirect("/signin?failed=true");

    // The form's own token is checked by binding it.
    private static async Task<IResult> LeaveAsync(HttpContext http, EndedSessions ended, AuditTrail trail, [FromForm(Name = "__RequestVerificationToken")] string? token)
    {
        ArgumentNullException.ThrowIfNull(token);
        ended.End(http.User);
        if (Guid.TryParse(http.User.FindFirstValue(PortalClaims.Account), out var account))
        {
            await trail.RecordSignInAsync(AuditActs.SignOut, AccountId.From(account), http.User.FindFirstValue(PortalClaims.Session));
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/signin");
    }
}
