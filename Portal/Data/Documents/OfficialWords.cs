using System.Globalization;
using Portal.Domain.Documents;
using Portal.Ui;

namespace Portal.Data.Documents;

/// <summary>The words of issued documents: always the office's language, whatever the reader's is. The values of enumerations are called as the pages call them.</summary>
public static class OfficialWords
{
    private static readonly CultureInfo s_official = CultureInfo.InvariantCulture;

    /// <summary>How the number of an official document is written.</summary>
    public static string NumberForm => Text(nameof(OfficialText.Number));

    public static string Text(string key) => OfficialText.ResourceManager.GetString(key, s_official) ?? throw new ArgumentException($"There are no words for {key}.", nameof(key));

    public static string Text(string key, params ReadOnlySpan<object?> facts) => string.Format(s_official, Text(key), facts);

    public static string Of(Enum value) => EnumText.ResourceManager.GetString($"{value.GetType().Name}_{value}", s_official) ?? value.ToString();

    /// <summary>A day as the standard writes it: without zeros, in figures.</summary>
    public static string Day(DateOnly day) => Text(nameof(OfficialText.Day), day.Year, day.Month, day.Day);

    /// <summary>The item of an article, 1 to 10.</summary>
    public static string Item(int item) => Text(nameof(OfficialText.Items))[item - 1].ToString();

    /// <summary>A count up to 99 in figures that cannot be altered.</summary>
    public static string InFigures(int count)
    {
        var figures = Text(nameof(OfficialText.Figures));
        var (tens, ones) = Math.DivRem(count, 10);
        return count is < 0 or > 99 ? count.ToString(s_official)
            : tens == 0 ? figures[ones].ToString()
            : figures[tens].ToString() + figures[10] + (ones == 0 ? "" : figures[ones]);
    }

    /// <summary>One below the other, counted.</summary>
    public static string Lines(IEnumerable<string> lines)
    {
        string[] counted = [.. lines.Select((line, at) => Text(nameof(OfficialText.Line), at + 1, line))];
        return counted.Length == 0 ? Text(nameof(OfficialText.None)) : string.Join('\n', counted);
    }

    public static string Listed(IEnumerable<string> names) =>
        string.Join(Text(nameof(OfficialText.Separator)), names) is { Length: > 0 } listed ? listed : Text(nameof(OfficialText.None));

    public static string Joined(IEnumerable<string?> parts) => string.Join(Text(nameof(OfficialText.Comma)), parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>The template that the portal comes with.</summary>
    public static DocumentTemplate FirstTemplate(DocumentKind kind) => DocumentTemplate.First(
        kind, Text($"Title_{kind}"), Text($"Body_{kind}"), DocumentForm.Of(kind).HasStub ? Text($"Stub_{kind}") : null);
}
