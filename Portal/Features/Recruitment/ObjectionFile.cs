using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment;

/// <summary>The section's acts on an objection, in the order of domain.md A2.4.</summary>
public enum ObjectionAct
{
    Accept,
    Dismiss,
    ProposeUphold,
    Decline,
    Answer,
}

/// <summary>An objection as the list shows it: whom it is about, never who has it.</summary>
public sealed record ObjectionRow(ObjectionId Id, string Receipt, PublicNoticeId Notice, string NoticeTitle, string About, DateTimeOffset LodgedAt, bool Late, ObjectionState State, bool AwaitsReply);

/// <summary>One objection with everything its page tells.</summary>
public sealed record ObjectionFile(Objection Objection, string NoticeTitle, string About, string? DecidedBy, IReadOnlyList<Choice<ObjectionAct>> Acts);
