using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Features.Import.Recognition;

/// <summary>The words that the office's ledger is written in: sheet names, headers, states, marks. They stand in LedgerWords.resx.</summary>
internal static class LedgerWords
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly FrozenDictionary<string, string> s_raw = Load();
    private static readonly FrozenDictionary<string, string[]> s_words = s_raw
        .Where(w => !w.Key.StartsWith("Pattern_", StringComparison.Ordinal))
        .ToFrozenDictionary(w => w.Key, w => w.Value.Split('|'));

    private static readonly FrozenDictionary<string, Regex> s_patterns = s_raw
        .Where(w => w.Key.StartsWith("Pattern_", StringComparison.Ordinal))
        .ToFrozenDictionary(w => w.Key["Pattern_".Length..], w => new Regex(w.Value, RegexOptions.CultureInvariant, s_patience));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> s_values = s_words
        .Where(w => w.Key.StartsWith("Value_", StringComparison.Ordinal))
        .GroupBy(w => w.Key.Split('_')[1])
        .ToFrozenDictionary(
            kind => kind.Key,
            kind => kind.SelectMany(w => w.Value.Select(word => (Word: Key(word), Member: w.Key.Split('_')[2]))).ToFrozenDictionary(w => w.Word, w => w.Member));

    /// <summary>The form in which words are compared: full-width forms narrowed, no white space, Latin letters large.</summary>
    public static string Key(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public static IReadOnlyList<string> SheetNames(LedgerSheet sheet) => s_words[$"Sheet_{sheet}"];

    public static string GuidanceSheet => s_words["Sheet_Guidance"][0];

    /// <summary>How the template is filled in, a line each.</summary>
    public static IReadOnlyList<string> Guidance => s_words["Guidance"];

    public static IReadOnlyList<string> Headers(LedgerSheet sheet, string column) => s_words[$"Column_{sheet}_{column}"];

    public static string AuthorSeparators => s_raw["AuthorSeparators"];

    public static string CodeSeparators => s_raw["CodeSeparators"];

    public static string Numerals => s_raw["Numerals"];

    public static Regex Pattern(string name) => s_patterns[name];

    /// <summary>Whether a remark says so.</summary>
    public static bool Says(string? remark, string what) => remark is not null && s_words[$"Remark_{what}"].Any(remark.Contains);

    public static bool IsTotals(string text) => s_words["Totals"].Any(word => Key(text).StartsWith(word, StringComparison.Ordinal));

    public static T? Find<T>(string text)
        where T : struct, Enum =>
        s_values[typeof(T).Name].TryGetValue(Key(text), out var member) ? Enum.Parse<T>(member) : null;

    /// <summary>The words that a column of this kind takes.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(member => s_words.GetValueOrDefault($"Value_{typeof(T).Name}_{member}")?[0]).OfType<string>()];

    /// <summary>The word for a member, as the template and this class write it.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum =>
        s_words[$"Value_{typeof(T).Name}_{member}"][0];

    private static FrozenDictionary<string, string> Load() =>
        new ResourceManager(typeof(LedgerWords)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
