using Portal.Access;
using Portal.Access.SignIn;
using Portal.Domain.Rules;
using Portal.Ui;

namespace Portal.Exports;

/// <summary>A download that a rule stands in the way of says which, as a page would.</summary>
public sealed class RefusedDownloads(Words words) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (AccessDeniedException unproved) when (unproved.Denial == AccessDenial.NotConfirmed)
        {
            // Back to the page above, with its filter: a download would leave the person on the page of the sign-in.
            var request = context.HttpContext.Request;
            var page = request.Path.Value![..request.Path.Value!.LastIndexOf('/')];
            return Results.LocalRedirect(SignInAgain.AddressOf(page + request.QueryString));
        }
        catch (RuleViolationException refused)
        {
            return Results.Text(words.Of(refused.Violation), "text/plain", System.Text.Encoding.UTF8, StatusCodes.Status429TooManyRequests);
        }
    }
}
