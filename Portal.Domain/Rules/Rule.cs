namespace Portal.Domain.Rules;

/// <summary>How an aggregate refuses: every act begins with the same line that tells the button whether it is enabled.</summary>
public static class Rule
{
    /// <exception cref="RuleViolationException"><paramref name="violation"/> is not null.</exception>
    public static void Require(RuleViolation? violation)
    {
        if (violation is not null)
        {
            throw new RuleViolationException(violation);
        }
    }
}
