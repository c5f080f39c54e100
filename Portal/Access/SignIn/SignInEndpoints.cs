using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Ui;

namespace Portal.Access.SignIn;

public static class SignInEndpoints
{
    /// <summary>A logout token is a few hundred bytes.</summary>
    private const int LogoutBytes = 64 * 1024;

    /// <summary>Sign-in and sign-out. What changes something here is a form with an antiforgery token, so that no other site can do it.</summary>
    public static WebApplication MapPortalAccess(this WebApplication app)
    {
        var forms = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()).AddEndpointFilter(OnlyOwnForms);
        forms.MapPost("/signin/persona", EnterAsync).AllowAnonymous();
        forms.MapPost("/signin/again", ConfirmAsync);
        forms.MapPost("/signout", (HttpContext http, AccountSignIn signIn) => LeaveAsync(http, signIn, everywhere: false)).AllowAnonymous();
        forms.MapPost("/signout/everywhere", (HttpContext http, AccountSignIn signIn) => LeaveAsync(http, signIn, everywhere: true));
        if (app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.HasProvider)
        {
            app.MapGet("/signin/provider", GoToProviderAsync).AllowAnonymous();
            app.MapGet("/signout/provider", LeaveProviderAsync).AllowAnonymous();
            app.MapPost("/signout/backchannel", HearOfLogoutAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LogoutBytes));
        }

        // Changes nothing: being asked is what keeps the sign-in.
        app.MapPost("/at-work", () => Results.NoContent());
        return app;
    }

    /// <summary>The middleware only notes whether the token is right, and what reads a form asks that note. What has no form to read has to ask by itself.</summary>
    private static ValueTask<object?> OnlyOwnForms(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());

    private static async Task<IResult> EnterAsync(HttpContext http, Personas personas, AccountSignIn signIn, TimeProvider clock, [FromForm] Guid account, [FromForm] string? back) =>
        !personas.IsOpen ? Results.NotFound()
        : await signIn.SignInAsync(http, AccountId.From(account), new SignInProof(SignInWay.Persona, clock.GetUtcNow())) is { } problem ? Results.LocalRedirect(ProviderEvents.AddressOf(problem))
        : Results.LocalRedirect(LocalAddress.OrHome(back));

    /// <summary>A persona proves who they are by saying so, as at sign-in; elsewhere the provider asks.</summary>
    private static async Task<IResult> ConfirmAsync(HttpContext http, Personas personas, AccountSignIn signIn, TimeProvider clock, [FromForm] string? back) =>
        personas.IsOpen && PortalClaims.AccountOf(http.User) is { } account
            && await signIn.SignInAsync(http, account, new SignInProof(SignInWay.Persona, clock.GetUtcNow())) is null
            ? Results.LocalRedirect(LocalAddress.OrHome(back))
            : Results.NotFound();

    private static async Task<IResult> GoToProviderAsync(HttpContext http, IdentityProvider provider, [FromQuery] string? back, [FromQuery] string? invitation, [FromQuery] bool? again)
    {
        var request = new AuthenticationProperties { RedirectUri = LocalAddress.OrHome(back) };
        if (invitation is not null)
        {
            request.Items[ProviderSetup.InvitationSecret] = invitation;
        }

        if (again == true)
        {
            request.Items[ProviderSetup.Again] = bool.TrueString;
        }

        try
        {
            // Asked here too, since who comes by a link has not seen the page that says how the provider is.
            return await provider.StateAsync() switch
            {
                ProviderState.Wrong => Results.LocalRedirect(ProviderEvents.AddressOf(SignInProblem.AnswerRefused)),
                ProviderState.Unreachable when !provider.IsKnown => Results.LocalRedirect(ProviderEvents.AddressOf(SignInProblem.Unreachable)),
                _ => await ChallengedAsync(http, request),
            };
        }
        catch (InvalidOperationException)
        {
            // The handler has no configuration, and gets none.
            return Results.LocalRedirect(ProviderEvents.AddressOf(SignInProblem.Unreachable));
        }
    }

    private static async Task<IResult> ChallengedAsync(HttpContext http, AuthenticationProperties request)
    {
        await http.ChallengeAsync(ProviderSetup.Scheme, request);
        return Results.Empty;
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, AccountSignIn signIn, bool everywhere)
    {
        await signIn.SignOutAsync(http, everywhere);
        return Results.LocalRedirect("/signin?left=true");
    }

    /// <summary>A page of its own rather than the end of the form: where forms may lead is fixed for all pages, and that is here.</summary>
    private static async Task<IResult> LeaveProviderAsync(HttpContext http, IOptions<SignInOptions> signIn, IdentityProvider provider)
    {
        if (!signIn.Value.SignOutAtProvider || await provider.StateAsync() != ProviderState.Ready)
        {
            return Results.LocalRedirect("/signin");
        }

        try
        {
            await http.SignOutAsync(ProviderSetup.Scheme, new AuthenticationProperties { RedirectUri = "/signin" });
            return Results.Empty;
        }
        catch (InvalidOperationException)
        {
            // It names no address for signing out.
            return Results.LocalRedirect("/signin");
        }
    }

    private static async Task<IResult> HearOfLogoutAsync(HttpContext http, BackChannelLogout logout)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        return await logout.EndAsync(form?["logout_token"], http.RequestAborted) ? Results.Ok() : Results.BadRequest();
    }
}
