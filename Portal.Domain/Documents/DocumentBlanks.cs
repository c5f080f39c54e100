using System.Text.RegularExpressions;
using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>The blanks of a template: what stands in braces, and how it is filled in.</summary>
public static partial class DocumentBlanks
{
    /// <summary>Stands where nothing is known, to be filled in by hand.</summary>
    public const string ByHand = "________";

    /// <summary>The names in braces, in the order of the text.</summary>
    public static IEnumerable<string> Names(string text) => Blank().Matches(text).Select(m => m.Groups[1].Value);

    public static DocumentField? FieldOf(string name) => Enum.TryParse<DocumentField>(name, out var field) && field.ToString() == name ? field : null;

    public static bool Leaves(string text, DocumentField field) => Names(text).Contains(field.ToString(), StringComparer.Ordinal);

    /// <summary>Why a text cannot be part of the template of such a document.</summary>
    public static RuleViolation? WhyNot(DocumentForm form, string text, int most)
    {
        var unknown = Names(text).FirstOrDefault(name => FieldOf(name) is not { } field || !form.Fields.Contains(field));
        return text.Length > most ? DocumentRules.TooLong(most)
            : unknown is not null ? DocumentRules.UnknownBlank(unknown)
            : Blank().Replace(text, "").AsSpan().ContainsAny('{', '}') ? DocumentRules.LooseBrace()
            : null;
    }

    public static string Fill(string text, IReadOnlyDictionary<DocumentField, string> values) => Blank().Replace(
        text,
        blank => FieldOf(blank.Groups[1].Value) is { } field && values.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value : ByHand);

    /// <summary>The same text with the names of its blanks put otherwise, such as into the reader's language and back.</summary>
    public static string Renamed(string text, Func<string, string> name) => Blank().Replace(text, blank => $"{{{name(blank.Groups[1].Value)}}}");

    [GeneratedRegex(@"\{([^{}\r\n]*)\}")]
    private static partial Regex Blank();
}
