namespace Portal.Domain.Findings;

/// <summary>What an agency has to put right, and by when (整改, Article 14). The first date stays on record when the deadline is moved.</summary>
public sealed class Rectification
{
    public const int TextLength = 2000;

    private Rectification()
    {
    }

    internal static Rectification Order(string requirement, DateOnly orderedOn, DateOnly deadline) =>
        new() { Requirement = requirement, OrderedOn = orderedOn, OriginalDeadline = deadline, Deadline = deadline };

    internal static Rectification OnSpot(string note, DateOnly on) =>
        new() { Requirement = note, OrderedOn = on, FixedOnSpot = true, CompletedOn = on };

    /// <summary>Put right at once (立行立改), so that no deadline was needed.</summary>
    public bool FixedOnSpot { get; private set; }

    public string Requirement { get; private set; } = "";

    /// <summary><c>null</c> where the office's register does not say.</summary>
    public DateOnly? OrderedOn { get; private set; }

    public DateOnly? OriginalDeadline { get; private set; }

    /// <summary>The last day that counts as in time, to 24:00 (domain.md A3.5).</summary>
    public DateOnly? Deadline { get; private set; }

    /// <summary>How often the deadline was moved.</summary>
    public int Extensions { get; private set; }

    public DateOnly? ReportedOn { get; private set; }

    /// <summary>The day the agency finished, established on verification.</summary>
    public DateOnly? CompletedOn { get; private set; }

    internal static Rectification FromRegister(string requirement, DateOnly? original, DateOnly? deadline, DateOnly? completedOn, bool onSpot) =>
        new()
        {
            Requirement = requirement,
            OriginalDeadline = original,
            Deadline = deadline,
            Extensions = deadline != original ? 1 : 0,
            CompletedOn = completedOn,
            FixedOnSpot = onSpot,
        };

    internal void Extend(DateOnly deadline)
    {
        Deadline = deadline;
        Extensions++;
    }

    internal void ReorderUntil(DateOnly deadline)
    {
        Deadline = deadline;
        ReportedOn = null;
    }

    internal void Report(DateOnly on) => ReportedOn = on;

    internal void Complete(DateOnly on) => CompletedOn = on;
}
