using System.Globalization;
using System.Text;

namespace Portal.Evidence;

/// <summary>Makes a name that came from elsewhere harmless on every system it may be saved to, and honest to whoever reads it.</summary>
internal static class FileNames
{
    private const int MaxBytes = 255;

    private static readonly HashSet<string> s_programs = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "com", "scr", "bat", "cmd", "msi", "dll", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "jar", "apk", "sh", "php", "asp", "aspx", "jsp", "htm", "html", "xhtml", "svg", "xml", "mht", "iso", "reg", "url",
    };

    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul",
        "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <returns>A name with its ending in lower case; the ending alone where nothing else is left.</returns>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var visible = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            // Marks of direction and invisible ones go: they make one ending look like another. A lone surrogate has become U+FFFD.
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar)
            {
                continue;
            }

            visible.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or ';' or '%' ? "_" : rune.ToString());
        }

        var clean = visible.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '\u3000');
        var ending = Path.GetExtension(clean).ToLowerInvariant();
        var stem = Path.GetFileNameWithoutExtension(clean).Trim(' ', '\u3000');
        return Shorten(s_devices.Contains(stem.Split('.')[0]) ? $"_{stem}" : stem, ending) + ending;
    }

    /// <summary>Whether a program's ending stands before the last one, there to be taken for it.</summary>
    public static bool HidesProgram(string clean) => clean.Split('.').Skip(1).SkipLast(1).Any(part => s_programs.Contains(part.Trim()));

    private static string Shorten(string stem, string ending)
    {
        var room = MaxBytes - Encoding.UTF8.GetByteCount(ending);
        var kept = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
