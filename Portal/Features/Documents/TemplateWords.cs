using Portal.Domain.Documents;
using Portal.Ui;

namespace Portal.Features.Documents;

/// <summary>The blanks of a template by the names that the reader's language has for them, and back.</summary>
internal static class TemplateWords
{
    public static string Blank(this Words words, DocumentField field) => $"{{{words.Of(field)}}}";

    public static string Shown(this Words words, string text) =>
        DocumentBlanks.Renamed(text, name => DocumentBlanks.FieldOf(name) is { } field ? words.Of(field) : name);

    /// <summary>What nobody knows stays as it was typed, so that it can be named when it is refused.</summary>
    public static string Stored(this Words words, string typed)
    {
        var fields = Enum.GetValues<DocumentField>().ToDictionary(f => words.Of(f), f => f.ToString(), StringComparer.OrdinalIgnoreCase);
        return DocumentBlanks.Renamed(typed, name => fields.GetValueOrDefault(name.Trim(), name));
    }
}
