using Portal.Domain.People;

namespace Portal.Domain.Findings;

/// <summary>What a proposal asks leadership for.</summary>
public enum FindingProposalKind
{
    /// <summary>A serious conclusion (domain.md A2.12: L if amount/serious).</summary>
    Conclusion,

    /// <summary>A later rectification deadline.</summary>
    Extension,

    /// <summary>Closing with the highest grade R4 (domain.md E1).</summary>
    TopGrade,
}

/// <summary>An act of the section that waits for leadership. Who proposes cannot approve (domain.md A4-11).</summary>
public sealed class FindingProposal
{
    private FindingProposal()
    {
    }

    public FindingProposalKind Kind { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateOnly ProposedOn { get; private set; }

    public string Note { get; private set; } = "";

    public FindingConclusion? Conclusion { get; private set; }

    public bool IsViolation { get; private set; }

    /// <summary>Loss to the fund in yuan.</summary>
    public decimal? LossAmount { get; private set; }

    public DateOnly? NewDeadline { get; private set; }

    public bool? RewardCheck { get; private set; }

    internal static FindingProposal ForConclusion(PersonId by, DateOnly on, FindingConclusion conclusion, string note, bool isViolation, decimal? loss) =>
        new() { Kind = FindingProposalKind.Conclusion, ProposedBy = by, ProposedOn = on, Note = note, Conclusion = conclusion, IsViolation = isViolation, LossAmount = loss };

    internal static FindingProposal ForExtension(PersonId by, DateOnly on, DateOnly newDeadline, string reason) =>
        new() { Kind = FindingProposalKind.Extension, ProposedBy = by, ProposedOn = on, Note = reason, NewDeadline = newDeadline };

    internal static FindingProposal ForTopGrade(PersonId by, DateOnly on, string note, bool? rewardCheck) =>
        new() { Kind = FindingProposalKind.TopGrade, ProposedBy = by, ProposedOn = on, Note = note, RewardCheck = rewardCheck };
}
