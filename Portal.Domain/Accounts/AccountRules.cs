using Portal.Domain.Rules;

namespace Portal.Domain.Accounts;

/// <summary>Rules of the office about who may sign in. The measures do not speak of accounts.</summary>
public static class AccountRules
{
    public static RuleViolation OwnAccount() => new("Account_OwnAccount", default);

    public static RuleViolation LastAdministrator() => new("Account_LastAdministrator", default);

    public static RuleViolation SupervisorStays() => new("Account_SupervisorStays", default);

    public static RuleViolation SameRole() => new("Account_SameRole", default);

    public static RuleViolation AlreadyDisabled() => new("Account_AlreadyDisabled", default);

    public static RuleViolation NotDisabled() => new("Account_NotDisabled", default);

    public static RuleViolation HasAccount() => new("Account_HasAccount", default);

    public static RuleViolation NameMissing() => new("Account_NameMissing", default);
}
