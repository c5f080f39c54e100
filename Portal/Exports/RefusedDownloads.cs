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
        catch (RuleViolationException refused)
        {
            return Results.Text(words.Of(refused.Violation), "text/plain", System.Text.Encoding.UTF8, StatusCodes.Status429TooManyRequests);
        }
    }
}
