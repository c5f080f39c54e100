using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Domain.Findings;

/// <content>From the conclusion to what has been put right, and what leadership approves on the way.</content>
public sealed partial class Finding
{
    /// <summary>Whether the conclusion goes to leadership first (domain.md A2.12: L if amount/serious).</summary>
    public static bool ConclusionNeedsApproval(FindingConclusion conclusion, decimal? loss, bool serious, OfficeSettings settings) =>
        conclusion is FindingConclusion.Substantiated or FindingConclusion.PartlySubstantiated && (serious || loss >= settings.ConclusionApprovalAmount);

    /// <summary>Ends the investigation. A serious conclusion becomes a proposal and the state stays until leadership has approved.</summary>
    public void Conclude(
        PersonId clerk, FindingConclusion conclusion, string note, bool isViolation, decimal? loss, bool serious,
        OfficeSettings settings, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.Conclude) ?? Missing(note));
        if (ConclusionNeedsApproval(conclusion, loss, serious, settings))
        {
            Proposal = FindingProposal.ForConclusion(clerk, today, conclusion, note, isViolation, loss);
            Happened(FindingEventKind.ConclusionProposed, now, clerk, note);
            return;
        }

        Conclude(conclusion, note, isViolation, loss, clerk, now, today);
    }

    /// <summary>A true problem gets a deadline (Article 14: 明确整改期限), later than the day of the order.</summary>
    public RuleViolation? WhyNotOrder(DateOnly deadline, DateOnly today) =>
        WhyNot(FindingAct.OrderRectification) ?? (deadline <= today ? FindingRules.DeadlineNotAfterOrder(today) : null);

    public void OrderRectification(PersonId clerk, string requirement, DateOnly deadline, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotOrder(deadline, today) ?? Missing(requirement));
        State = FindingState.RectificationOrdered;
        Rectification = Rectification.Order(requirement, today, deadline);
        Happened(FindingEventKind.RectificationOrdered, now, clerk, requirement, deadline);
    }

    /// <summary>Put right at once (立行立改): what shows it stands in for a deadline.</summary>
    public void FixOnSpot(PersonId clerk, string evidence, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.FixedOnSpot) ?? (string.IsNullOrWhiteSpace(evidence) ? FindingRules.EvidenceMissing() : null));
        State = FindingState.Verified;
        Rectification = Rectification.OnSpot(evidence, today);
        Happened(FindingEventKind.FixedOnSpot, now, clerk, evidence);
    }

    public void ReceiveReply(PersonId clerk, string reply, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNot(FindingAct.ReceiveReply) ?? Missing(reply));
        State = FindingState.RectificationReported;
        Rectification!.Report(today);
        Happened(FindingEventKind.RectificationReported, now, clerk, reply);
    }

    /// <param name="completedOn">The day the agency really finished, on which in time or late depends.</param>
    public RuleViolation? WhyNotVerify(string evidence, DateOnly completedOn, DateOnly today) =>
        WhyNot(FindingAct.Verify)
        ?? (string.IsNullOrWhiteSpace(evidence) ? FindingRules.EvidenceMissing() : null)
        ?? WhyNotCompleted(completedOn, today);

    /// <summary>Nothing is put right before it was asked for, nor on a day to come. Where the office's register does not say when it was ordered, the day of filing stands for it.</summary>
    public RuleViolation? WhyNotCompleted(DateOnly completedOn, DateOnly today)
    {
        var asked = Rectification?.OrderedOn ?? SubmittedOn;
        return completedOn > today ? FindingRules.CompletedInTheFuture(today)
            : completedOn < asked ? FindingRules.CompletedBeforeOrder(asked)
            : null;
    }

    public void Verify(PersonId clerk, string evidence, DateOnly completedOn, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotVerify(evidence, completedOn, today));
        State = FindingState.Verified;
        Rectification!.Complete(completedOn);
        Happened(FindingEventKind.Verified, now, clerk, evidence, completedOn);
    }

    public RuleViolation? WhyNotReject(DateOnly newDeadline, DateOnly today) =>
        WhyNot(FindingAct.RejectRectification) ?? (newDeadline <= today ? FindingRules.DeadlineNotAfterOrder(today) : null);

    /// <summary>The reply does not convince; the agency gets a new deadline.</summary>
    public void RejectRectification(PersonId clerk, string reason, DateOnly newDeadline, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotReject(newDeadline, today) ?? Missing(reason));
        State = FindingState.RectificationOrdered;
        Rectification!.ReorderUntil(newDeadline);
        Happened(FindingEventKind.RectificationRejected, now, clerk, reason, newDeadline);
    }

    /// <summary>An extension is asked for before the deadline has passed, to a later day, and not more often than the office allows.</summary>
    public RuleViolation? WhyNotExtend(DateOnly newDeadline, DateOnly today, OfficeSettings settings) =>
        WhyNot(FindingAct.Extend)
        ?? (today > Rectification!.Deadline!.Value ? FindingRules.DeadlinePassed(Rectification.Deadline.Value) : null)
        ?? (newDeadline <= Rectification.Deadline.Value ? FindingRules.DeadlineNotLater(Rectification.Deadline.Value) : null)
        ?? (Rectification.Extensions >= settings.RectificationMaxExtensions ? FindingRules.NoMoreExtensions(settings.RectificationMaxExtensions) : null);

    public void ProposeExtension(PersonId clerk, string reason, DateOnly newDeadline, OfficeSettings settings, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotExtend(newDeadline, today, settings) ?? Missing(reason));
        Proposal = FindingProposal.ForExtension(clerk, today, newDeadline, reason);
        Happened(FindingEventKind.ExtensionProposed, now, clerk, reason, newDeadline);
    }

    /// <summary>Who proposes cannot approve (domain.md A4-11).</summary>
    public RuleViolation? WhyNotDecideProposal(PersonId approver) =>
        Proposal is null ? FindingRules.NoProposal()
        : Proposal.ProposedBy == approver ? FindingRules.ApproverIsProposer()
        : null;

    /// <summary>What was proposed may have been overtaken: by a reply that came in, by a later deadline after a rejection. Such a proposal can only be refused.</summary>
    public RuleViolation? WhyNotApproveProposal(PersonId approver) =>
        WhyNotDecideProposal(approver) ?? Proposal!.Kind switch
        {
            FindingProposalKind.Conclusion => WrongState(FindingAct.Conclude),
            FindingProposalKind.Extension => WrongState(FindingAct.Extend)
                ?? (Proposal.NewDeadline <= Rectification!.Deadline ? FindingRules.DeadlineNotLater(Rectification.Deadline!.Value) : null),
            FindingProposalKind.TopGrade => WrongState(FindingAct.Close),
            _ => throw new InvalidOperationException($"Unknown proposal {Proposal.Kind}."),
        };

    public void ApproveProposal(PersonId approver, DateTimeOffset now, DateOnly today)
    {
        Rule.Require(WhyNotApproveProposal(approver));
        var proposal = Proposal!;
        Proposal = null;
        switch (proposal.Kind)
        {
            case FindingProposalKind.Conclusion:
                Conclude(proposal.Conclusion!.Value, proposal.Note, proposal.IsViolation, proposal.LossAmount, approver, now, today);
                break;
            case FindingProposalKind.Extension:
                Rectification!.Extend(proposal.NewDeadline!.Value);
                Happened(FindingEventKind.Extended, now, approver, proposal.Note, proposal.NewDeadline);
                break;
            case FindingProposalKind.TopGrade:
                CloseWith(FindingGrade.R4, proposal.RewardCheck, approver, proposal.Note, now, today);
                break;
            default:
                throw new InvalidOperationException($"Unknown proposal {proposal.Kind}.");
        }
    }

    public void RefuseProposal(PersonId approver, string reason, DateTimeOffset now)
    {
        Rule.Require(WhyNotDecideProposal(approver) ?? Missing(reason));
        Proposal = null;
        Happened(FindingEventKind.ProposalRefused, now, approver, reason);
    }

    private void Conclude(FindingConclusion conclusion, string note, bool isViolation, decimal? loss, PersonId by, DateTimeOffset now, DateOnly today)
    {
        State = StateOf(conclusion);
        Conclusion = conclusion;
        ConcludedOn = today;
        IsViolation = isViolation;
        LossAmount = loss;
        Happened(new FindingEvent(FindingEventKind.Concluded, now, by, note) { Conclusion = conclusion, IsViolation = isViolation, LossAmount = loss });
    }

    private static FindingState StateOf(FindingConclusion conclusion) => conclusion switch
    {
        FindingConclusion.Substantiated => FindingState.Substantiated,
        FindingConclusion.PartlySubstantiated => FindingState.PartlySubstantiated,
        FindingConclusion.NotSubstantiated => FindingState.NotSubstantiated,
        FindingConclusion.SuggestionAdopted => FindingState.SuggestionAdopted,
        FindingConclusion.SuggestionNoted => FindingState.SuggestionNoted,
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion)),
    };
}
