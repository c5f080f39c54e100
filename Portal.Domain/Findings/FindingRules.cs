using Portal.Domain.Rules;

namespace Portal.Domain.Findings;

/// <summary>Every provision that the handling of findings enforces, in the order of Articles 8, 11, 14 and 15.</summary>
public static class FindingRules
{
    public static RuleViolation SecrecyNotConfirmed() => new("Finding_SecrecyNotConfirmed", new Article(8, 3));

    /// <summary>Names nobody: from what a colleague steps aside is not for others to know.</summary>
    public static RuleViolation CoAuthorRecused() => new("Finding_CoAuthorRecused", new Article(11));

    public static RuleViolation AuthorRecused() => new("Finding_AuthorRecused", new Article(11));

    public static RuleViolation HandlerRecused() => new("Finding_HandlerRecused", new Article(11));

    public static RuleViolation TargetMissing() => new("Finding_TargetMissing", new Article(14));

    public static RuleViolation TextMissing() => new("Finding_TextMissing", new Article(14));

    public static RuleViolation WrongState(FindingAct act, FindingState state) => new("Finding_WrongState", new Article(14), act, state);

    public static RuleViolation NotItsAuthor() => new("Finding_NotItsAuthor", new Article(14));

    public static RuleViolation ReasonMissing() => new("Finding_ReasonMissing", new Article(14));

    public static RuleViolation MergeIntoItself() => new("Finding_MergeIntoItself", new Article(14));

    public static RuleViolation MergeIntoAnswered(FindingState state) => new("Finding_MergeIntoAnswered", new Article(14), state);

    public static RuleViolation DeadlineNotAfterOrder(DateOnly orderedOn) => new("Finding_DeadlineNotAfterOrder", new Article(14), orderedOn);

    public static RuleViolation DeadlineNotLater(DateOnly deadline) => new("Finding_DeadlineNotLater", new Article(14), deadline);

    public static RuleViolation DeadlinePassed(DateOnly deadline) => new("Finding_DeadlinePassed", new Article(14), deadline);

    public static RuleViolation NoMoreExtensions(int maximum) => new("Finding_NoMoreExtensions", new Article(14), maximum);

    public static RuleViolation EvidenceMissing() => new("Finding_EvidenceMissing", new Article(14));

    public static RuleViolation CompletedInTheFuture(DateOnly today) => new("Finding_CompletedInTheFuture", new Article(14), today);

    public static RuleViolation CompletedBeforeOrder(DateOnly asked) => new("Finding_CompletedBeforeOrder", new Article(14), asked);

    public static RuleViolation FeedbackMissing() => new("Finding_FeedbackMissing", new Article(14));

    public static RuleViolation AppealedBefore() => new("Finding_AppealedBefore", new Article(14));

    public static RuleViolation AppealTooLate(DateOnly lastDay) => new("Finding_AppealTooLate", new Article(14), lastDay);

    public static RuleViolation RewardNotChecked() => new("Finding_RewardNotChecked", new Article(15));

    public static RuleViolation AlreadyFiled(string number) => new("Finding_AlreadyFiled", default, number);

    public static RuleViolation HandlerUnchanged() => new("Finding_HandlerUnchanged", default);

    public static RuleViolation ProposalPending() => new("Finding_ProposalPending", default);

    public static RuleViolation NoProposal() => new("Finding_NoProposal", default);

    public static RuleViolation ApproverIsProposer() => new("Finding_ApproverIsProposer", default);
}
