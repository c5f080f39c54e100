using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Recusals;

/// <summary>That a person steps aside, or is to, where they are partial (回避, Article 11). A supervisor's own declaration takes effect at once; the section decides whether it stays.</summary>
public sealed class RecusalDeclaration
{
    public const int TextLength = 500;

    private RecusalDeclaration()
    {
    }

    public RecusalId Id { get; private set; }

    /// <summary>Who steps aside.</summary>
    public PersonId Person { get; private set; }

    public AgencyId? Agency { get; private set; }

    public ActivityId? Activity { get; private set; }

    public FindingId? Finding { get; private set; }

    public RecusalGround Ground { get; private set; }

    /// <summary>Why; the relation is enough, a relative's identity is not asked for.</summary>
    public string Explanation { get; private set; } = "";

    public RecusalState State { get; private set; }

    /// <summary>Who put it on record; the person for a declaration, a clerk otherwise; <c>null</c> when it came from the office's register.</summary>
    public PersonId? FiledBy { get; private set; }

    public DateOnly FiledOn { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DecisionReason { get; private set; }

    public DateOnly? LiftedOn { get; private set; }

    public string? LiftReason { get; private set; }

    public int Version { get; private set; }

    public bool IsPending => State is RecusalState.Declared or RecusalState.Directed or RecusalState.Requested;

    /// <summary>Whether the person is kept from the matter now: decided so, or declared by themselves and not decided yet.</summary>
    public bool IsInEffect => State is RecusalState.Declared or RecusalState.Recused;

    /// <summary>A supervisor steps aside of their own accord; in effect from now on.</summary>
    /// <param name="alreadyOnRecord">Whether the same person has a pending or standing recusal from the same matter.</param>
    public static RecusalDeclaration Declare(RecusalId id, PersonId declarant, RecusalMatter matter, RecusalGround ground, string explanation, DateOnly today, bool alreadyOnRecord) =>
        File(id, declarant, matter, ground, explanation, RecusalState.Declared, declarant, today, alreadyOnRecord);

    /// <summary>The section puts it on record of its own accord; takes effect when decided.</summary>
    public static RecusalDeclaration Direct(RecusalId id, PersonId person, RecusalMatter matter, RecusalGround ground, string explanation, PersonId clerk, DateOnly today, bool alreadyOnRecord) =>
        File(id, person, matter, ground, explanation, RecusalState.Directed, clerk, today, alreadyOnRecord);

    /// <summary>An agency asks for it and the section enters the request; takes effect when decided.</summary>
    public static RecusalDeclaration Request(RecusalId id, PersonId person, RecusalMatter matter, RecusalGround ground, string explanation, PersonId clerk, DateOnly today, bool alreadyOnRecord) =>
        File(id, person, matter, ground, explanation, RecusalState.Requested, clerk, today, alreadyOnRecord);

    /// <summary>Takes over a row of the office's recusal register.</summary>
    public static RecusalDeclaration FromRegister(RecusalId id, PersonId person, RecusalMatter matter, RecusalGround ground, string explanation, DateOnly filedOn, RecusalState state, DateOnly? decidedOn)
    {
        var recusal = File(id, person, matter, ground, explanation, RecusalState.Declared, null, filedOn, alreadyOnRecord: false);
        recusal.State = state;
        recusal.DecidedOn = decidedOn;
        return recusal;
    }

    public void CorrectFromRegister(RecusalGround ground, string explanation, RecusalState state, DateOnly? decidedOn)
    {
        Ground = ground;
        Explanation = explanation;
        State = state;
        DecidedOn = decidedOn;
    }

    public static RuleViolation? WhyNotFile(string explanation, bool alreadyOnRecord) =>
        alreadyOnRecord ? RecusalRules.AlreadyDeclared()
        : string.IsNullOrWhiteSpace(explanation) ? RecusalRules.ExplanationMissing()
        : null;

    /// <summary>Why <paramref name="decider"/> may not decide; <c>null</c> when they may.</summary>
    public RuleViolation? WhyNotDecide(PersonId decider) =>
        !IsPending ? RecusalRules.AlreadyDecided(State)
        : decider == Person ? RecusalRules.DecidedByDeclarant()
        : null;

    /// <summary>The person steps aside.</summary>
    public void Accept(PersonId decider, DateOnly today)
    {
        Rule.Require(WhyNotDecide(decider));
        Decide(RecusalState.Recused, decider, today, reason: null);
    }

    /// <summary>Stepping aside is not needed; the person is told why.</summary>
    public void Decline(PersonId decider, string reason, DateOnly today)
    {
        Rule.Require(WhyNotDecide(decider));
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? RecusalRules.ReasonMissing() : null);
        Decide(RecusalState.NotRequired, decider, today, reason);
    }

    public RuleViolation? WhyNotLift() => State == RecusalState.Recused ? null : RecusalRules.NotInEffect(State);

    /// <summary>The cause has ended.</summary>
    public void Lift(string reason, DateOnly today)
    {
        Rule.Require(WhyNotLift());
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? RecusalRules.ReasonMissing() : null);
        State = RecusalState.Lifted;
        LiftedOn = today;
        LiftReason = reason;
    }

    /// <summary>Whether an activity with these agencies is what it is about, in effect or not.</summary>
    public bool Concerns(ActivityId activity, IEnumerable<AgencyId> agencies) =>
        Activity == activity || (Agency is { } agency && agencies.Contains(agency));

    /// <summary>Whether it keeps the person from an activity with these agencies.</summary>
    public bool Covers(ActivityId activity, IEnumerable<AgencyId> agencies) => IsInEffect && Concerns(activity, agencies);

    /// <summary>Whether it keeps the person from a finding on that agency.</summary>
    public bool Covers(FindingId finding, AgencyId? agency) =>
        IsInEffect && (Finding == finding || (Agency is not null && Agency == agency));

    private static RecusalDeclaration File(
        RecusalId id, PersonId person, RecusalMatter matter, RecusalGround ground, string explanation,
        RecusalState state, PersonId? filedBy, DateOnly filedOn, bool alreadyOnRecord)
    {
        Rule.Require(WhyNotFile(explanation, alreadyOnRecord));
        return new RecusalDeclaration
        {
            Id = id,
            Person = person,
            Agency = matter.Agency,
            Activity = matter.Activity,
            Finding = matter.Finding,
            Ground = ground,
            Explanation = explanation,
            State = state,
            FiledBy = filedBy,
            FiledOn = filedOn,
        };
    }

    private void Decide(RecusalState state, PersonId decider, DateOnly today, string? reason)
    {
        State = state;
        DecidedBy = decider;
        DecidedOn = today;
        DecisionReason = reason;
    }
}
