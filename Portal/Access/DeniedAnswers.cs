namespace Portal.Access;

/// <summary>An address that is no page answers a denial with 403, and with the page for it; without this it would be a failure of the portal.</summary>
public sealed class DeniedAnswers : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (AccessDeniedException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
