using Portal.Access;

namespace Portal.Features.Import;

public static class ImportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Where the template and the sample are fetched from; the service asks who is there.</summary>
    public static IEndpointRouteBuilder MapImportEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/import/template", (ImportService import, CancellationToken cancellationToken) =>
            FileAsync(() => import.TemplateAsync(cancellationToken), "ledger-template.xlsx")).RequireAuthorization();
        endpoints.MapGet("/import/sample", (ImportService import, CancellationToken cancellationToken) =>
            FileAsync(() => import.SampleAsync(cancellationToken), LedgerImport.SampleName)).RequireAuthorization();
        return endpoints;
    }

    private static async Task<IResult> FileAsync(Func<Task<Stream>> open, string name)
    {
        try
        {
            return Results.Stream(await open(), Workbook, name);
        }
        catch (AccessDeniedException)
        {
            return Results.Forbid();
        }
    }
}
