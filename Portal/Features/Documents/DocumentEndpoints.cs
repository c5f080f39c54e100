using Portal.Domain.Documents;

namespace Portal.Features.Documents;

/// <summary>Documents for the word processor. What is asked for is on record before it is sent.</summary>
internal static class DocumentEndpoints
{
    // What some file system takes for something else.
    private static readonly char[] s_notInNames = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

    public static IEndpointRouteBuilder MapDocumentEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/documents/{id:guid}/docx", async (DocumentService documents, Guid id, CancellationToken cancellationToken) =>
            File((await documents.GetAsync(IssuedDocumentId.From(id), cancellationToken))?.Document));
        endpoints.MapGet("/my/documents/{id:guid}/docx", async (DocumentService documents, Guid id, CancellationToken cancellationToken) =>
            File(await documents.GetMineAsync(IssuedDocumentId.From(id), cancellationToken)));
        return endpoints;
    }

    private static IResult File(IssuedDocument? document) =>
        document is null ? Results.NotFound() : Results.Bytes(OfficialDocx.Of(OfficialPaper.Of(document)), OfficialDocx.ContentType, NameOf(document));

    private static string NameOf(IssuedDocument document)
    {
        string?[] parts = [document.Title, document.Subject == document.Title ? null : document.Subject, document.Number];
        var name = string.Concat(string.Join('-', parts.OfType<string>()).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !s_notInNames.Contains(c)));
        return $"{name}.docx";
    }
}
