using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Rules;

/// <summary>How a test says that a provision stands in the way.</summary>
internal static class Refused
{
    /// <summary>The act is refused by exactly this provision.</summary>
    public static void By(RuleViolation provision, Action act) =>
        Same(provision, Assert.Throws<RuleViolationException>(act).Violation);

    /// <summary>What disables the button is exactly this provision.</summary>
    public static void Same(RuleViolation provision, RuleViolation? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((provision.Code, provision.Article), (actual.Code, actual.Article));
        Assert.Equal(provision.Arguments, actual.Arguments);
    }
}
