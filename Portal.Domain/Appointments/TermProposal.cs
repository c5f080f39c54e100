using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>What the section proposes to leadership on one person's term (聘任报批): whoever proposes cannot approve (domain.md A4-11).</summary>
public sealed class TermProposal
{
    public const int ReasonLength = 500;

    private TermProposal()
    {
    }

    public TermProposalId Id { get; private set; }

    public TermProposalKind Kind { get; private set; }

    /// <summary>Whose application leads to it; only for an appointment.</summary>
    public RecruitmentApplicationId? Application { get; private set; }

    /// <summary>The term that is renewed, not renewed or ended; <c>null</c> for a first appointment.</summary>
    public AppointmentId? Term { get; private set; }

    public SourceCategory Group { get; private set; }

    /// <summary>The first day of the new term, or the first day without office.</summary>
    public DateOnly EffectiveOn { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>When the record was found clear anew (Article 5 (5)).</summary>
    public DateOnly? RecordClearOn { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateOnly ProposedOn { get; private set; }

    public TermProposalState State { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DecisionReason { get; private set; }

    /// <summary>The term that came of it.</summary>
    public AppointmentId? Granted { get; private set; }

    public int Version { get; private set; }

    public static TermProposal ToAppoint(TermProposalId id, RecruitmentApplicationId application, SourceCategory group, DateOnly start, string reason, PersonId clerk, DateOnly today) =>
        Propose(new TermProposal { Id = id, Kind = TermProposalKind.Appointment, Application = application, Group = group, EffectiveOn = start, Reason = reason }, clerk, today);

    public static TermProposal ToRenew(TermProposalId id, Appointment term, SourceCategory group, string reason, DateOnly? recordClearOn, PersonId clerk, DateOnly today)
    {
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null);
        return Propose(
            new TermProposal
            {
                Id = id,
                Kind = TermProposalKind.Renewal,
                Term = term.Id,
                Group = group,
                EffectiveOn = term.TermEnd.AddDays(1),
                Reason = reason,
                RecordClearOn = recordClearOn,
            },
            clerk,
            today);
    }

    /// <summary>The term is to end without renewal; it would by itself (Article 17), but the person deserves the reason.</summary>
    public static TermProposal NotToRenew(TermProposalId id, Appointment term, string reason, PersonId clerk, DateOnly today)
    {
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null);
        return Propose(
            new TermProposal { Id = id, Kind = TermProposalKind.NoRenewal, Term = term.Id, Group = term.Group, EffectiveOn = term.TermEnd.AddDays(1), Reason = reason }, clerk, today);
    }

    public static TermProposal ToAdjust(TermProposalId id, Appointment term, DateOnly effectiveOn, string reason, PersonId clerk, DateOnly today)
    {
        Rule.Require(term.WhyNotAdjust(today) ?? term.WhyNotEffective(effectiveOn, today) ?? (string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null));
        return Propose(
            new TermProposal { Id = id, Kind = TermProposalKind.Adjustment, Term = term.Id, Group = term.Group, EffectiveOn = effectiveOn, Reason = reason }, clerk, today);
    }

    /// <summary>Why <paramref name="approver"/> may not decide it.</summary>
    /// <param name="approver">Who decides.</param>
    /// <param name="approvalNeeded">Whether it takes leadership; where the office needs none, the clerk's proposal takes effect at once.</param>
    public RuleViolation? WhyNotDecide(PersonId approver, bool approvalNeeded) =>
        State != TermProposalState.Proposed ? AppointmentRules.DecidedBefore()
        : approvalNeeded && approver == ProposedBy ? AppointmentRules.ApproverIsProposer()
        : null;

    /// <summary>Why a renewal has to be proposed anew: the record was found clear longer ago than that is worth (Article 5 (5)).</summary>
    public RuleViolation? WhyNotStillClear(int days, DateOnly today) =>
        RecordClearOn is { } clear && clear < today.AddDays(-days) ? AppointmentRules.RecordCheckedTooLongAgo(clear) : null;

    /// <param name="approver">See <see cref="WhyNotDecide"/>.</param>
    /// <param name="approvalNeeded">See <see cref="WhyNotDecide"/>.</param>
    /// <param name="granted">The term that came of it, for an appointment or a renewal.</param>
    /// <param name="today">The day of the decision.</param>
    public void Approve(PersonId approver, bool approvalNeeded, AppointmentId? granted, DateOnly today)
    {
        Rule.Require(WhyNotDecide(approver, approvalNeeded));
        Decide(TermProposalState.Approved, approver, reason: null, today);
        Granted = granted;
    }

    public void Refuse(PersonId approver, string reason, DateOnly today)
    {
        Rule.Require(WhyNotDecide(approver, approvalNeeded: true) ?? (string.IsNullOrWhiteSpace(reason) ? AppointmentRules.ReasonMissing() : null));
        Decide(TermProposalState.Refused, approver, reason, today);
    }

    public RuleViolation? WhyNotWithdraw() => State == TermProposalState.Proposed ? null : AppointmentRules.DecidedBefore();

    /// <summary>The section takes it back before it is decided.</summary>
    public void Withdraw(PersonId clerk, DateOnly today)
    {
        Rule.Require(WhyNotWithdraw());
        Decide(TermProposalState.Withdrawn, clerk, reason: null, today);
    }

    /// <summary>What it was proposed for has ended, so that there is nothing left to decide.</summary>
    public void FallAway(DateOnly today)
    {
        Rule.Require(WhyNotWithdraw());
        State = TermProposalState.Withdrawn;
        DecidedOn = today;
    }

    private static TermProposal Propose(TermProposal proposal, PersonId clerk, DateOnly today)
    {
        proposal.ProposedBy = clerk;
        proposal.ProposedOn = today;
        return proposal;
    }

    private void Decide(TermProposalState state, PersonId by, string? reason, DateOnly today)
    {
        State = state;
        DecidedBy = by;
        DecidedOn = today;
        DecisionReason = reason;
    }
}

/// <summary>What is proposed.</summary>
public enum TermProposalKind
{
    /// <summary>A first term after a public notice.</summary>
    Appointment,

    /// <summary>A further term (连续聘任).</summary>
    Renewal,

    /// <summary>The term ends by itself.</summary>
    NoRenewal,

    /// <summary>Leaving office in mid-term without a ground of Article 18 (届中动态调整).</summary>
    Adjustment,
}

/// <summary>Where a proposal stands.</summary>
public enum TermProposalState
{
    Proposed,
    Approved,
    Refused,
    Withdrawn,
}
