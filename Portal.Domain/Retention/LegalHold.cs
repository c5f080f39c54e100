using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Retention;

/// <summary>
/// Nothing about this person, or this finding, is erased for the time being (依法保留): a lawsuit, an inspection or a complaint may need it.
/// Lifted holds stay as their history.
/// </summary>
public sealed class LegalHold
{
    public const int ReasonLength = 500;

    private LegalHold()
    {
    }

    public LegalHoldId Id { get; private set; }

    public PersonId? Person { get; private set; }

    public FindingId? Finding { get; private set; }

    public string Reason { get; private set; } = "";

    public PersonId PlacedBy { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }

    public string? LiftReason { get; private set; }

    public PersonId? LiftedBy { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsInForce => LiftedAt is null;

    public static LegalHold On(PersonId person, string reason, bool alreadyHeld, PersonId by, DateTimeOffset now) => Place(person, null, reason, alreadyHeld, by, now);

    /// <summary>The matter, its files and what the audit record keeps of it.</summary>
    public static LegalHold On(FindingId finding, string reason, bool alreadyHeld, PersonId by, DateTimeOffset now) => Place(null, finding, reason, alreadyHeld, by, now);

    public RuleViolation? WhyNotLift(string reason) =>
        !IsInForce ? RetentionRules.AlreadyLifted()
        : !IsReason(reason) ? RetentionRules.ReasonMissing()
        : null;

    public void Lift(string reason, PersonId by, DateTimeOffset now)
    {
        Rule.Require(WhyNotLift(reason));
        (LiftReason, LiftedBy, LiftedAt) = (reason.Trim(), by, now);
    }

    /// <summary>Why what the audit record keeps about somebody is not erased at their request; <c>null</c> when it is.</summary>
    public static RuleViolation? WhyNotErase(string fullName, string typedName, string reason, bool isHeld, bool isInOffice) =>
        isHeld ? RetentionRules.UnderHold()
        : isInOffice ? RetentionRules.StillInOffice()
        : typedName.Trim() != fullName ? RetentionRules.NameNotConfirmed()
        : !IsReason(reason) ? RetentionRules.ReasonMissing()
        : null;

    private static LegalHold Place(PersonId? person, FindingId? finding, string reason, bool alreadyHeld, PersonId by, DateTimeOffset now)
    {
        Rule.Require(alreadyHeld ? RetentionRules.AlreadyHeld() : !IsReason(reason) ? RetentionRules.ReasonMissing() : null);
        return new LegalHold { Id = LegalHoldId.New(), Person = person, Finding = finding, Reason = reason.Trim(), PlacedBy = by, PlacedAt = now };
    }

    private static bool IsReason(string reason) => !string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= ReasonLength;
}
