using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Dismissals;

/// <summary>A dismissal as the list shows it.</summary>
public sealed record DismissalRow(DismissalCaseId Id, string Number, PersonId Person, string Name, DismissalGround Ground, DismissalState State, DateOnly DraftedOn, DateOnly? EffectiveOn);

/// <summary>A dismissal with everything on it, and what may be done now.</summary>
/// <param name="Case">Read once, never changed.</param>
/// <param name="Outstanding">Certificates neither returned nor void.</param>
/// <param name="CanHandle">Whether the reader is of the section.</param>
/// <param name="CanDecide">Whether the reader decides what is proposed.</param>
public sealed record DismissalFile(
    DismissalCase Case, string Name, SourceCategory Group, DateOnly TermStart, DateOnly TermEnd, string DraftedBy, string? ProposedBy, string? ApprovedBy,
    int Outstanding, bool CanHandle, bool CanDecide, RuleViolation? WhyNotPropose, RuleViolation? WhyNotDecide, RuleViolation? WhyNotClose);

/// <summary>What is known of somebody whose dismissal is to begin.</summary>
public sealed record DismissalSubject(PersonId Person, string Name, SourceCategory Group, DateOnly TermStart, DateOnly TermEnd, DateOnly LastEngagedOn, DateOnly InactiveAfter, int Invitations, bool HasOpenCase);

/// <summary>One's own term, and the resignation that one has sent.</summary>
/// <param name="Resignation"><c>null</c> where none was sent; one that was dropped counts no longer.</param>
public sealed record MyResignation(DateOnly TermStart, DateOnly TermEnd, DismissalRow? Resignation, DroppedResignation? Dropped);

/// <summary>A declaration that the section does not pursue, and why: its author is told.</summary>
public sealed record DroppedResignation(string Number, string Reason);
