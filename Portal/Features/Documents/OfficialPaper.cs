using Portal.Data.Documents;
using Portal.Domain.Documents;

namespace Portal.Features.Documents;

/// <summary>A document as it lies on the paper, for the page, the printer and the word processor alike.</summary>
/// <param name="Mark">The issuing authority over an official document; <c>null</c> for the office's own papers.</param>
/// <param name="Salutation">Whom it addresses, where it addresses somebody.</param>
/// <param name="Stub">What is torn off before it is handed out; empty without one.</param>
/// <param name="Day">The day of issue, in words.</param>
public sealed record OfficialPaper(
    string? Mark, string? Number, string Title, string? Salutation, IReadOnlyList<string> Paragraphs, string Authority, string Day, IReadOnlyList<string> Stub, bool IsVoid)
{
    // Both ways of writing a colon.
    private static readonly char[] s_colons = ['\uFF1A', ':'];

    public static OfficialPaper Of(IssuedDocument document) =>
        Of(document.Kind, document.Number, document.Title, document.Text, document.Stub, document.Authority, OfficialWords.Day(document.IssuedOn), document.IsVoid);

    /// <summary>A template with what might be filled in, so that whoever words it sees the paper.</summary>
    public static OfficialPaper Sample(DocumentKind kind, string title, string body, string? stub)
    {
        var form = DocumentForm.Of(kind);
        var values = form.Fields.ToDictionary(f => f, f => OfficialWords.Text($"Sample_{f}"));
        var number = form.Series is { } series
            ? form.IsOfficial ? OfficialWords.Text(nameof(OfficialText.Sample_Number)) : DocumentNumber.Internal(series, 2026, 1).Text
            : null;
        values[DocumentField.Number] = number ?? "";
        return Of(
            kind, number, DocumentBlanks.Fill(title, values), DocumentBlanks.Fill(body, values), form.HasStub ? DocumentBlanks.Fill(stub ?? "", values) : null,
            values[form.SignedBy], values[DocumentField.IssuedOn], isVoid: false);
    }

    private static OfficialPaper Of(DocumentKind kind, string? number, string title, string text, string? stub, string authority, string day, bool isVoid)
    {
        var lines = Lines(text);
        var salutation = lines.Length > 1 && s_colons.Contains(lines[0][^1]) ? lines[0] : null;
        return new OfficialPaper(
            DocumentForm.Of(kind).IsOfficial ? authority : null, number, title, salutation, salutation is null ? lines : lines[1..], authority, day, stub is null ? [] : Lines(stub), isVoid);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
