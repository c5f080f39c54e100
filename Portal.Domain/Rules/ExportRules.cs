namespace Portal.Domain.Rules;

/// <summary>How much may leave the portal at once, and in a day.</summary>
public static class ExportRules
{
    /// <param name="limit">Rows of one export at the most.</param>
    public static RuleViolation TooManyRows(int limit) => new("Export_TooManyRows", default, limit);

    /// <param name="downloads">Exports of one person in a day at the most.</param>
    /// <param name="rows">Rows of all of them at the most.</param>
    public static RuleViolation QuotaUsed(int downloads, int rows) => new("Export_QuotaUsed", default, downloads, rows);
}
