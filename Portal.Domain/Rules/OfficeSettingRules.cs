namespace Portal.Domain.Rules;

/// <summary>What stands in the way of a setting (domain.md A8): each cites the provision that it fills in.</summary>
public static class OfficeSettingRules
{
    public static RuleViolation NotReadable(Article article) => new("Setting_NotReadable", article);

    /// <param name="article">The provision.</param>
    /// <param name="least">The smallest that is taken.</param>
    /// <param name="most">The largest.</param>
    public static RuleViolation OutOfBounds(Article article, decimal least, decimal most) => new("Setting_OutOfBounds", article, least, most);

    public static RuleViolation RemindersOutOfOrder(Article article) => new("Setting_RemindersOutOfOrder", article);
}
