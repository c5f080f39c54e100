using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Ui;

namespace Portal.Access.SignIn;

/// <summary>What the portal adds to the handler's way: demands on the way out, the account on the way in, and one page in words for whatever goes wrong.</summary>
internal static class ProviderEvents
{
    public static OpenIdConnectEvents For(SignInOptions signIn, TimeProvider clock) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            Demand(context.ProtocolMessage, context.Properties, signIn);
            return Task.CompletedTask;
        },
        OnRedirectToIdentityProviderForSignOut = context =>
        {
            // Tokens are not kept; the provider knows us by our id.
            context.ProtocolMessage.ClientId = signIn.ClientId;
            return Task.CompletedTask;
        },
        OnTokenValidated = context =>
        {
            Read(context, signIn, clock);
            return Task.CompletedTask;
        },
        OnTicketReceived = EnterAsync,
        OnRemoteFailure = context =>
        {
            var problem = ProblemOf(context.Failure);
            context.HttpContext.RequestServices.GetRequiredService<ProviderSignIn>().Log(problem, context.Failure);
            context.Response.Redirect(AddressOf(problem));
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };

    public static string AddressOf(SignInProblem problem) => $"/signin?problem={problem}";

    private static void Demand(OpenIdConnectMessage request, AuthenticationProperties properties, SignInOptions signIn)
    {
        request.UiLocales = CultureInfo.CurrentUICulture.Name;
        if (properties.Items.ContainsKey(ProviderSetup.Again))
        {
            request.Prompt = OpenIdConnectPrompt.Login;
            request.MaxAge = "0";
        }
        else if (signIn.StaffMaxAuthMinutes > 0)
        {
            request.MaxAge = (signIn.StaffMaxAuthMinutes * 60).ToString(CultureInfo.InvariantCulture);
        }

        if (signIn.StaffAcr.Length > 0)
        {
            request.AcrValues = signIn.StaffAcr;
        }
    }

    private static void Read(TokenValidatedContext context, SignInOptions signIn, TimeProvider clock)
    {
        var token = context.SecurityToken;
        var answer = ProviderAnswer.Of(token, signIn.RoleClaim);
        var latest = clock.GetUtcNow() + ProviderSetup.Skew;
        // Credentials of the future would count as given lately for as long as the session lives.
        if (token.IssuedAt > latest.UtcDateTime || answer.AuthenticatedAt > latest)
        {
            context.Fail(new SecurityTokenInvalidLifetimeException("The token is of the future."));
        }
        else if (string.IsNullOrEmpty(answer.Subject) || answer.Subject.Length > Account.SubjectLength || answer.Session?.Length > SignInSession.ProviderSessionLength)
        {
            context.Fail(new SecurityTokenException("The token names nobody the portal could know."));
        }
        else
        {
            answer.KeepIn(context.Properties!);
        }
    }

    private static async Task EnterAsync(TicketReceivedContext context)
    {
        var items = context.Properties!.Items;
        var problem = ProviderAnswer.KeptIn(context.Properties) is { } answer
            ? await context.HttpContext.RequestServices.GetRequiredService<ProviderSignIn>().EnterAsync(
                context.HttpContext, answer, items.TryGetValue(ProviderSetup.InvitationSecret, out var secret) ? secret : null, items.ContainsKey(ProviderSetup.Again))
            : SignInProblem.AnswerRefused;
        context.Response.Redirect(problem is { } refused ? AddressOf(refused) : LocalAddress.OrHome(context.ReturnUri));
        context.HandleResponse();
    }

    private static SignInProblem ProblemOf(Exception? failure) => failure switch
    {
        HttpRequestException or OperationCanceledException or { InnerException: HttpRequestException or OperationCanceledException } => SignInProblem.Unreachable,
        OpenIdConnectProtocolException when failure.Message.Contains("access_denied", StringComparison.Ordinal) => SignInProblem.Cancelled,
        // The handler says so in words only: the token endpoint failed.
        OpenIdConnectProtocolException when failure.Message.Contains("Status Code: 5", StringComparison.Ordinal) => SignInProblem.Unreachable,
        AuthenticationFailureException { InnerException: null } => SignInProblem.Expired,
        _ => SignInProblem.AnswerRefused,
    };
}
