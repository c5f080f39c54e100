using Portal.Domain.Findings;

namespace Portal.Features.Findings;

/// <summary>What a clerk types for an act; each act asks for a few of these. Kept as a draft while it is typed.</summary>
public sealed class FindingActForm
{
    /// <summary>Reason, requirement, evidence, reply or feedback: the words that the act is recorded with.</summary>
    public string Note { get; set; } = "";

    public string MasterNumber { get; set; } = "";

    public Guid? Handler { get; set; }

    public string Authority { get; set; } = "";

    public FindingConclusion? Conclusion { get; set; }

    public bool? IsViolation { get; set; }

    /// <summary>Yuan, as typed.</summary>
    public string Loss { get; set; } = "";

    public bool Serious { get; set; }

    public int? Days { get; set; }

    public DateOnly? Deadline { get; set; }

    public DateOnly? CompletedOn { get; set; }

    public FindingGrade? Grade { get; set; }

    public bool? RewardCheck { get; set; }

    /// <summary>Only a problem that exists can be a violation or have cost something.</summary>
    public bool IsProblem => Conclusion is FindingConclusion.Substantiated or FindingConclusion.PartlySubstantiated;
}
