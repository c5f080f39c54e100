using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Terms;

/// <summary>One term of the renewal round, with the record of its years beside it.</summary>
/// <param name="Proposal">What was proposed for this term last, if anything.</param>
/// <param name="WhyNotRenew">What stands in the way of a renewal even with a clear record.</param>
public sealed record EndingTerm(
    AppointmentId Id,
    int Version,
    PersonId Person,
    string Name,
    SourceCategory Group,
    int Sequence,
    DateOnly TermStart,
    DateOnly TermEnd,
    int DaysLeft,
    TermRecord Record,
    ProposedTerm? Proposal,
    RuleViolation? WhyNotRenew)
{
    /// <summary>How the years of the term were evaluated, the oldest first.</summary>
    public IReadOnlyList<GradedYear> Years { get; init; } = [];
}

/// <summary>What somebody did in a term.</summary>
/// <param name="Invited">Activities they were invited to, those they were recused from or excused from left out.</param>
/// <param name="Attended">Those attended, in part too.</param>
/// <param name="Findings">Findings filed in the term that were taken up.</param>
public sealed record TermRecord(int Invited, int Attended, int Findings);

/// <summary>What became of a proposal on a term.</summary>
public sealed record ProposedTerm(TermProposalId Id, int Version, TermProposalKind Kind, TermProposalState State, string Reason, string? DecisionReason);

/// <summary>What a clerk chose for one person of the round.</summary>
/// <param name="RecordClear">Whether the registers were looked into again today and nothing was found (Article 5 (5)).</param>
public sealed record RenewalChoice(AppointmentId Term, bool Renew, SourceCategory Group, string Reason, bool RecordClear);

/// <summary>What came of one choice: done, or why not.</summary>
public sealed record RenewalResult(AppointmentId Term, RuleViolation? WhyNot);

/// <summary>A proposal as leadership sees it.</summary>
public sealed record TermProposalRow(
    TermProposalId Id,
    int Version,
    TermProposalKind Kind,
    PersonId? Person,
    string Name,
    SourceCategory Group,
    DateOnly EffectiveOn,
    string Reason,
    string ProposedBy,
    DateOnly ProposedOn,
    bool CanDecide,
    RuleViolation? WhyNot)
{
    /// <summary>How the years of the term were evaluated, where it is to be renewed or not.</summary>
    public IReadOnlyList<GradedYear> Years { get; init; } = [];

    /// <summary>What was done in it: whoever decides sees what whoever proposes saw.</summary>
    public TermRecord? Record { get; init; }
}
