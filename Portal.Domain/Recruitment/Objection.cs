using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>What somebody has against a person on a notice (异议, Article 6): named or anonymous, confidential, decided with reasons, and answered where there is somebody to answer.</summary>
public sealed class Objection
{
    public const int ReceiptLength = 20;
    public const int NameLength = 50;
    public const int ContactLength = 200;
    public const int TextLength = 2000;

    private Objection()
    {
    }

    public ObjectionId Id { get; private set; }

    public PublicNoticeId Notice { get; private set; }

    /// <summary>Whom it is about.</summary>
    public RecruitmentApplicationId Application { get; private set; }

    /// <summary>Unique, never reused; the objector keeps it.</summary>
    public string Receipt { get; private set; } = "";

    /// <summary><c>null</c> when anonymous. Seen by administrators only.</summary>
    public string? ObjectorName { get; private set; }

    /// <summary>How to answer. Seen by administrators only.</summary>
    public string? Contact { get; private set; }

    public string Content { get; private set; } = "";

    public DateTimeOffset LodgedAt { get; private set; }

    /// <summary>After the last day; the section decides whether to look into it (domain.md A1 §6).</summary>
    public bool Late { get; private set; }

    public ObjectionState State { get; private set; }

    public PersonId? ProposedBy { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? Decision { get; private set; }

    public string? Reply { get; private set; }

    public DateOnly? RepliedOn { get; private set; }

    public int Version { get; private set; }

    public bool IsAnonymous => ObjectorName is null;

    /// <summary>Not decided yet: it locks the appointment of the person it is about, and of nobody else.</summary>
    public bool IsOpen => OpenStates.Contains(State);

    public static IReadOnlyList<ObjectionState> OpenStates { get; } = [ObjectionState.Lodged, ObjectionState.Investigating, ObjectionState.UpholdProposed];

    /// <summary>Decided, with somebody to tell who has not been told.</summary>
    public bool AwaitsReply => !IsOpen && !IsAnonymous && RepliedOn is null;

    public static RuleViolation? WhyNotLodge(PublicNotice notice, string? objector, string? contact, string content, bool anonymousAllowed) =>
        notice.State is not (NoticeState.Published or NoticeState.Concluded) ? RecruitmentRules.NoticeWrongState(notice.State)
        : string.IsNullOrWhiteSpace(content) ? RecruitmentRules.ObjectionEmpty()
        : string.IsNullOrWhiteSpace(objector) && !anonymousAllowed ? RecruitmentRules.ObjectorMissing()
        : !string.IsNullOrWhiteSpace(objector) && string.IsNullOrWhiteSpace(contact) ? RecruitmentRules.ContactMissing()
        : null;

    /// <summary>Lodges it. One that comes in the last minute of the last day is in time; the next minute it is late, and still recorded.</summary>
    public static Objection Lodge(
        ObjectionId id, PublicNotice notice, RecruitmentApplicationId about, string receipt, string? objector, string? contact, string content, bool anonymousAllowed, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotLodge(notice, objector, contact, content, anonymousAllowed));
        Rule.Require(notice.Entries.Any(e => e.Application == about) ? null : RecruitmentRules.NotOnNotice());
        return new Objection
        {
            Id = id,
            Notice = notice.Id,
            Application = about,
            Receipt = receipt,
            ObjectorName = string.IsNullOrWhiteSpace(objector) ? null : objector,
            Contact = string.IsNullOrWhiteSpace(contact) ? null : contact,
            Content = content,
            LodgedAt = now,
            Late = notice.IsOver(today),
        };
    }

    public RuleViolation? WhyNotAccept() => WrongState(ObjectionState.Lodged);

    public void Accept()
    {
        Rule.Require(WhyNotAccept());
        State = ObjectionState.Investigating;
    }

    public RuleViolation? WhyNotDecline() => WrongState(ObjectionState.Lodged, ObjectionState.Investigating);

    /// <summary>Not looked into: about nobody on the notice, late, or nothing concrete.</summary>
    public void Decline(PersonId clerk, string reason, DateOnly today) => Decide(WhyNotDecline(), ObjectionState.NotAccepted, clerk, reason, today);

    public RuleViolation? WhyNotDismiss() => WrongState(ObjectionState.Investigating);

    /// <summary>Looked into and found without ground.</summary>
    public void Dismiss(PersonId clerk, string reason, DateOnly today) => Decide(WhyNotDismiss(), ObjectionState.Dismissed, clerk, reason, today);

    public RuleViolation? WhyNotProposeUphold() => WrongState(ObjectionState.Investigating);

    /// <summary>Found justified; leadership decides, since it ends somebody's way to office.</summary>
    public void ProposeUphold(PersonId clerk, string reason)
    {
        Rule.Require(WhyNotProposeUphold() ?? Missing(reason));
        State = ObjectionState.UpholdProposed;
        ProposedBy = clerk;
        Decision = reason;
    }

    public RuleViolation? WhyNotUphold(PersonId approver) =>
        WrongState(ObjectionState.UpholdProposed) ?? (approver == ProposedBy ? RecruitmentRules.ApproverIsProposer() : null);

    public void Uphold(PersonId approver, DateOnly today) => Decide(WhyNotUphold(approver), ObjectionState.Upheld, approver, Decision!, today);

    /// <summary>Leadership is not convinced; back to the section.</summary>
    public void RefuseUphold(PersonId approver, string reason)
    {
        Rule.Require(WhyNotUphold(approver) ?? Missing(reason));
        State = ObjectionState.Investigating;
        ProposedBy = null;
        Decision = reason;
    }

    public RuleViolation? WhyNotReply() =>
        IsOpen ? RecruitmentRules.ObjectionWrongState(State)
        : IsAnonymous ? RecruitmentRules.NobodyToAnswer()
        : RepliedOn is not null ? RecruitmentRules.AnsweredBefore()
        : null;

    /// <summary>Tells the objector what came of it.</summary>
    public void Answer(string reply, DateOnly today)
    {
        Rule.Require(WhyNotReply() ?? Missing(reply));
        Reply = reply;
        RepliedOn = today;
    }

    /// <summary>Kept no longer: what was said, by whom and of whom goes; receipt, days and outcome stay.</summary>
    public void Anonymise() => (ObjectorName, Contact, Content, Decision, Reply) = (null, null, "", null, null);

    private void Decide(RuleViolation? whyNot, ObjectionState state, PersonId by, string reason, DateOnly today)
    {
        Rule.Require(whyNot ?? Missing(reason));
        State = state;
        DecidedBy = by;
        DecidedOn = today;
        Decision = reason;
    }

    private RuleViolation? WrongState(params ReadOnlySpan<ObjectionState> allowed) => allowed.Contains(State) ? null : RecruitmentRules.ObjectionWrongState(State);

    private static RuleViolation? Missing(string? reason) => string.IsNullOrWhiteSpace(reason) ? RecruitmentRules.ReasonMissing() : null;
}
