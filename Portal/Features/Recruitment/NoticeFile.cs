using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Recruitment;

/// <summary>The section's acts on a notice, in the order of domain.md A2.3.</summary>
public enum NoticeAct
{
    /// <summary>Asks leadership to have it published; where the office needs no approval, <see cref="Publish"/> stands in its place.</summary>
    Propose,
    Publish,
    Extend,
    Withdraw,
}

/// <summary>A notice as lists show it.</summary>
public sealed record NoticeRow(PublicNoticeId Id, string Title, string? Number, NoticeState State, DateOnly? PublishedOn, DateOnly? LastDay, int People);

/// <summary>Somebody on a notice, or who could be. No number is in it.</summary>
/// <param name="Unit">The work unit, or where there is none the occupation.</param>
public sealed record NoticePerson(RecruitmentApplicationId Id, string FullName, Sex? Sex, string? Unit, SourceCategory Group, RecruitmentChannel Channel);

/// <summary>A person on the page of a notice: what it came to, and what is still in the way.</summary>
/// <param name="Objections">All that were lodged against the person.</param>
/// <param name="NeedsReason">An objection was upheld: why is to be said.</param>
public sealed record NoticeLine(NoticePerson Person, ApplicationState State, NoticeOutcome Outcome, int Objections, RuleViolation? WhyNotSettle, bool NeedsReason);

/// <summary>Under whose name a notice is published, and where the public reaches the section.</summary>
/// <param name="Telephone">Empty: none is given out.</param>
public sealed record NoticeOffice(string Authority, string Section, string Telephone)
{
    public static NoticeOffice Of(OfficeSettings settings) => new(settings.OrgAuthorityName, settings.OrgSectionName, settings.OrgTelephone);
}

/// <summary>What the form of a notice offers: who passed the review, and when it would end.</summary>
public sealed record NoticeDesk(RecruitmentBatch Batch, NoticeOffice Office, IReadOnlyList<NoticePerson> People, DeadlineComputation IfPublishedToday);

/// <summary>One notice with everything its page tells.</summary>
public sealed record NoticeFile
{
    public required PublicNotice Notice { get; init; }

    public required RecruitmentBatch Batch { get; init; }

    public required NoticeOffice Office { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>In the order of the notice.</summary>
    public required IReadOnlyList<NoticeLine> Lines { get; init; }

    /// <summary>How the last day came about; before publication, how it would if published today.</summary>
    public required DeadlineComputation Days { get; init; }

    public required string PreparedBy { get; init; }

    public required string? ApprovedBy { get; init; }

    /// <summary>Why each act is not possible now; empty for whoever only reads.</summary>
    public required IReadOnlyList<Choice<NoticeAct>> Acts { get; init; }

    public bool Manages => Acts.Count > 0;

    public IReadOnlyList<NoticePerson> People => [.. Lines.Select(l => l.Person)];
}
