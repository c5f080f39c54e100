using Portal.Exports;

namespace Portal.Features.Import;

public static class ImportEndpoints
{
    /// <summary>Where the template and the sample are fetched from; the service asks who is there.</summary>
    public static IEndpointRouteBuilder MapImportEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/import/template", async (ImportService import, CancellationToken cancellationToken) =>
            Results.Stream(await import.TemplateAsync(cancellationToken), XlsxExport.ContentType, "ledger-template.xlsx"));
        endpoints.MapGet("/import/sample", async (ImportService import, CancellationToken cancellationToken) =>
            Results.Stream(await import.SampleAsync(cancellationToken), XlsxExport.ContentType, LedgerImport.SampleName));
        return endpoints;
    }
}
