using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Findings.Mine;

/// <summary>A unit to choose, or why it cannot be chosen.</summary>
public sealed record UnitChoice(Guid Id, string Name, RuleViolation? WhyNot);

/// <summary>Somebody in office who may file it too.</summary>
public sealed record CoAuthorChoice(Guid Id, string Name, SourceCategory Group);

/// <summary>One of the reader's findings on their list.</summary>
/// <param name="Recused">The author has stepped aside since (Article 11): of the matter only the feedback is left to see.</param>
public sealed record MyFindingRow(
    FindingId Id,
    string Number,
    DateOnly SubmittedOn,
    bool Recused,
    string? Unit,
    FindingCategory? Category,
    FindingState? State,
    DeadlineStanding? RectifyBy,
    DateOnly? NextBy,
    DateOnly? AppealUntil,
    DateOnly? FedBackOn);

/// <summary>One step of the way so far.</summary>
/// <param name="On">The office day on which it happened.</param>
/// <param name="Date">The date that the step set, such as a deadline.</param>
/// <param name="Conclusion">What the investigation found at this step; an appeal does not undo that it was found.</param>
public sealed record MyStep(FindingEventKind Kind, DateOnly? On, string? Note, DateOnly? Date, FindingConclusion? Conclusion = null);

/// <summary>The reader's finding in full; after a later recusal only what is left to see.</summary>
/// <param name="Row">What the list shows.</param>
/// <param name="Text">What was reported; <c>null</c> where it is another author's, whose finding theirs was merged into.</param>
/// <param name="Question">What the section asks, while the finding waits for the answer.</param>
/// <param name="WhyNotAppeal">Why the result cannot be disputed now; <c>null</c> when it can.</param>
public sealed record MyFinding(
    MyFindingRow Row,
    string? Text,
    IReadOnlyList<MyStep> Steps,
    string? Question,
    string? FeedbackText,
    RuleViolation? WhyNotAppeal,
    DateOnly? AppealedOn,
    Guid? MergedInto,
    string? MergedNumber);

/// <summary>That the finding has arrived, and what to expect.</summary>
public sealed record FindingReceipt(FindingId Id, string Number, DateOnly SubmittedOn, FindingTimes Times, bool CalendarKnown);
