using System.Globalization;

namespace Portal.Domain.Rules;

/// <summary>What a text may not hold, whoever types it (a rule of the office).</summary>
public static class PlainTextRules
{
    /// <summary>Characters shown of the text before the one that is meant, so that it is found.</summary>
    private const int Shown = 10;

    /// <summary>Invisible characters make one text look like another, or a record read differently than it was written.</summary>
    public static RuleViolation? Unfit(string? text)
    {
        var at = text is null ? 0 : PlainText.IndexOfUnfit(text);
        return at < 0
            ? null
            : new RuleViolation("Text_Unfit", default, ((int)(text?[at] ?? '\0')).ToString("X4", CultureInfo.InvariantCulture), text?[Math.Max(0, at - Shown)..at] ?? "");
    }
}
