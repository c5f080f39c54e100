using Portal.Domain.People;

namespace Portal.Domain.Findings;

/// <summary>One step of a finding, kept with its reason and never changed.</summary>
public sealed class FindingEvent
{
    public const int NoteLength = 2000;

    private FindingEvent()
    {
    }

    internal FindingEvent(FindingEventKind kind, DateTimeOffset at, PersonId? by, string? note, DateOnly? date = null)
    {
        Kind = kind;
        At = at;
        By = by;
        Note = note;
        Date = date;
    }

    /// <summary>Order within the finding.</summary>
    public int Sequence { get; internal set; }

    public FindingEventKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The office's register names the step and not its day; what is not known is not told.</summary>
    public bool IsUndated => At == default;

    /// <summary>Who acted; <c>null</c> where the office's register does not say.</summary>
    public PersonId? By { get; private set; }

    internal void WithholdAuthor() => By = null;

    public string? Note { get; private set; }

    /// <summary>The date the step set, such as a deadline.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>What the investigation found at this step; it stays here when an appeal opens the matter again.</summary>
    public FindingConclusion? Conclusion { get; internal init; }

    /// <summary>Whether it was found to be a violation of law.</summary>
    public bool? IsViolation { get; internal init; }

    /// <summary>Loss to the fund in yuan, as found.</summary>
    public decimal? LossAmount { get; internal init; }

    /// <summary>Into whose hands the step put the matter.</summary>
    public PersonId? Handler { get; internal init; }

    /// <summary>Steps inside the office that its author is not told of; everything else is on the author's timeline with its reason (Article 14).</summary>
    public static IReadOnlyList<FindingEventKind> InternalKinds { get; } =
    [
        FindingEventKind.ConclusionProposed, FindingEventKind.ExtensionProposed, FindingEventKind.ClosingProposed, FindingEventKind.ProposalRefused, FindingEventKind.HandlerAssigned,
    ];

    public bool IsInternal => InternalKinds.Contains(Kind);
}
