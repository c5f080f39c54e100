namespace Portal.Domain.Rules;

/// <summary>An act was refused by a provision. Caught in one place, which turns it into words.</summary>
public sealed class RuleViolationException(RuleViolation violation) : Exception(violation.Code)
{
    public RuleViolation Violation { get; } = violation;
}
