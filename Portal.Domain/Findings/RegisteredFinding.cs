using Portal.Domain.People;

namespace Portal.Domain.Findings;

/// <summary>A row of the office's register of findings, as far as the register goes: the facts that <see cref="Finding.FromRegister"/> takes over.</summary>
public sealed record RegisteredFinding
{
    public required string Number { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    /// <summary>The office-zone start of <see cref="SubmittedOn"/>; a register knows days only.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    public required PersonId Author { get; init; }

    public IReadOnlyList<PersonId> CoAuthors { get; init; } = [];

    public AgencyId? Agency { get; init; }

    public string? OtherUnit { get; init; }

    public required FindingCategory Category { get; init; }

    public required string Text { get; init; }

    public required FindingState State { get; init; }

    public FindingConclusion? Conclusion { get; init; }

    public bool? IsViolation { get; init; }

    public decimal? LossAmount { get; init; }

    /// <summary>What was ordered; <c>null</c> where nothing was.</summary>
    public string? Requirement { get; init; }

    public bool FixedOnSpot { get; init; }

    public DateOnly? OriginalDeadline { get; init; }

    public DateOnly? Deadline { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public DateOnly? FedBackOn { get; init; }

    public FindingGrade? Grade { get; init; }

    public string? TransferredTo { get; init; }

    public FindingId? MergedInto { get; init; }

    public string? Remark { get; init; }
}
