using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
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
    private static async Task<IResult> LeaveAsync(HttpContext http, EndedSessions ended, [FromForm(Name = "__RequestVerificationToken")] string? token)
    {
        ArgumentNullException.ThrowIfNull(token);
        ended.End(http.User);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/signin");
    }
}
