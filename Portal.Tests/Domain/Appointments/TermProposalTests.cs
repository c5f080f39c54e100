using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Appointments.ATerm;

namespace Portal.Tests.Domain.Appointments;

public sealed class TermProposalTests
{
    [Fact]
    public void Who_proposes_does_not_approve_where_approval_is_needed()
    {
        var proposal = Renewal();

        Refused.By(AppointmentRules.ApproverIsProposer(), () => proposal.Approve(Clerk, approvalNeeded: true, AppointmentId.New(), Monday));
        Refused.By(AppointmentRules.ApproverIsProposer(), () => proposal.Refuse(Clerk, "x", Monday));
        Assert.Null(proposal.WhyNotDecide(Clerk, approvalNeeded: false));
    }

    [Fact]
    public void Approved_it_names_the_term_that_came_of_it_and_is_decided_once()
    {
        var proposal = Renewal();
        var granted = AppointmentId.New();
        proposal.Approve(Leader, approvalNeeded: true, granted, Monday);

        Assert.Equal((TermProposalState.Approved, granted, Leader, Monday), (proposal.State, proposal.Granted!.Value, proposal.DecidedBy!.Value, proposal.DecidedOn!.Value));
        Refused.By(AppointmentRules.DecidedBefore(), () => proposal.Refuse(Leader, "x", Monday));
        Refused.By(AppointmentRules.DecidedBefore(), () => proposal.Withdraw(Clerk, Monday));
    }

    [Fact]
    public void A_refusal_has_its_reason()
    {
        Refused.By(AppointmentRules.ReasonMissing(), () => Renewal().Refuse(Leader, " ", Monday));
        var proposal = Renewal();
        proposal.Refuse(Leader, "履职不足", Monday);
        Assert.Equal((TermProposalState.Refused, "履职不足"), (proposal.State, proposal.DecisionReason));
    }

    [Fact]
    public void Article_17_a_renewal_begins_the_day_after_and_both_ways_need_reasons()
    {
        Assert.Equal(End.AddDays(1), Renewal().EffectiveOn);
        Refused.By(AppointmentRules.ReasonMissing(), () => TermProposal.ToRenew(TermProposalId.New(), Granted(), SourceCategory.PublicRepresentative, "", null, Clerk, Monday));
        Refused.By(AppointmentRules.ReasonMissing(), () => TermProposal.NotToRenew(TermProposalId.New(), Granted(), "", Clerk, Monday));
        Assert.Equal(TermProposalKind.NoRenewal, TermProposal.NotToRenew(TermProposalId.New(), Granted(), "岗位变动", Clerk, Monday).Kind);
    }

    [Fact]
    public void Article_17_2_an_adjustment_is_proposed_within_the_term()
    {
        Refused.By(
            AppointmentRules.EffectiveOutOfTerm(Monday, End),
            () => TermProposal.ToAdjust(TermProposalId.New(), Granted(), Monday.AddDays(-1), "x", Clerk, Monday));
        Refused.By(AppointmentRules.ReasonMissing(), () => TermProposal.ToAdjust(TermProposalId.New(), Granted(), Monday, " ", Clerk, Monday));
        Assert.Equal(Monday, TermProposal.ToAdjust(TermProposalId.New(), Granted(), Monday, "调整", Clerk, Monday).EffectiveOn);
    }

    [Fact]
    public void An_appointment_is_proposed_from_an_application()
    {
        var application = RecruitmentApplicationId.New();
        var proposal = TermProposal.ToAppoint(TermProposalId.New(), application, SourceCategory.IndustryAssociation, Monday, "", Clerk, Monday);

        Assert.Equal((TermProposalKind.Appointment, application), (proposal.Kind, proposal.Application!.Value));
        Assert.Null(proposal.Term);
    }

    private static TermProposal Renewal() => TermProposal.ToRenew(TermProposalId.New(), Granted(), SourceCategory.PublicRepresentative, "履职良好", Monday, Clerk, Monday);
}
