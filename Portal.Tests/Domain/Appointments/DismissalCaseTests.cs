using Portal.Domain.Appointments;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Appointments.ATerm;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Appointments;

public sealed class DismissalCaseTests
{
    private const string Facts = "不宜继续担任特邀监督员的具体事实，经调查属实，本人亦无异议。";

    private static readonly DismissalEvidence s_sanction = new(Facts)
    {
        Sanction = SanctionKind.Discipline,
        DecidingBody = "某机关",
        Document = "〔2026〕1号",
        DocumentDate = Day("2026-11-01"),
    };

    private static readonly InactivityCount s_count = new(Day("2025-10-01"), Day("2026-10-01"), Invitations: 2, Day("2026-11-24"));

    private static readonly DismissalEvidence s_inactive = new(Facts) { Inactivity = s_count, NoGoodReason = true };

    [Fact]
    public void Article_18_every_ground_states_its_facts()
    {
        foreach (var ground in Enum.GetValues<DismissalGround>())
        {
            Refused.Same(AppointmentRules.FactsMissing(ground), new DismissalEvidence(" ").WhyNot(ground));
        }
    }

    [Fact]
    public void Article_18_1_names_the_sanction_and_an_administrative_penalty_must_be_serious()
    {
        const DismissalGround Ground = DismissalGround.CriminalOrDisciplinaryOrSerious;

        Assert.Null(s_sanction.WhyNot(Ground));
        Refused.Same(AppointmentRules.SanctionIncomplete(), (s_sanction with { Sanction = null }).WhyNot(Ground));
        Refused.Same(AppointmentRules.SanctionIncomplete(), (s_sanction with { DecidingBody = "" }).WhyNot(Ground));
        Refused.Same(AppointmentRules.SanctionIncomplete(), (s_sanction with { Document = null }).WhyNot(Ground));
        Refused.Same(AppointmentRules.SanctionIncomplete(), (s_sanction with { DocumentDate = null }).WhyNot(Ground));
        Refused.Same(AppointmentRules.PenaltyNotSerious(), (s_sanction with { Sanction = SanctionKind.AdministrativePenalty }).WhyNot(Ground));
        Assert.Null((s_sanction with { Sanction = SanctionKind.AdministrativePenalty, Serious = true }).WhyNot(Ground));
        Assert.Null((s_sanction with { Sanction = SanctionKind.CriminalPunishment }).WhyNot(Ground));
    }

    [Fact]
    public void Article_18_stands_on_no_decision_or_declaration_of_a_day_to_come()
    {
        Assert.Null(s_sanction.WhyNotDated(Day("2026-11-01")));
        Refused.Same(AppointmentRules.DayToCome(), s_sanction.WhyNotDated(Day("2026-10-31")));
        Refused.Same(AppointmentRules.DayToCome(), new DismissalEvidence(Facts) { DeclaredOn = Day("2026-11-02") }.WhyNotDated(Day("2026-11-01")));
    }

    [Fact]
    public void Article_18_2_needs_a_full_year_an_invitation_and_a_judgement()
    {
        const DismissalGround Ground = DismissalGround.InactiveOneYear;

        Assert.Null(s_inactive.WhyNot(Ground));
        Refused.Same(AppointmentRules.WithinTheYear(), (s_inactive with { Inactivity = s_count with { CountedOn = s_count.LimitDay } }).WhyNot(Ground));
        Refused.Same(AppointmentRules.NeverInvited(), (s_inactive with { Inactivity = s_count with { Invitations = 0 } }).WhyNot(Ground));
        Refused.Same(AppointmentRules.GoodReasonNotJudged(), (s_inactive with { NoGoodReason = null }).WhyNot(Ground));
        Refused.Same(AppointmentRules.WithinTheYear(), new DismissalEvidence(Facts).WhyNot(Ground));
    }

    [Fact]
    public void Article_18_6_gives_its_reasons_at_length()
    {
        Refused.Same(AppointmentRules.ReasonsTooShort(20), new DismissalEvidence("太短").WhyNot(DismissalGround.OtherUnsuitable));
        Assert.Null(new DismissalEvidence(new string('由', 20)).WhyNot(DismissalGround.OtherUnsuitable));
        Assert.Null(new DismissalEvidence("出借证件").WhyNot(DismissalGround.PersonalGainOrCardLending));
    }

    [Fact]
    public void Article_18_5_a_resignation_is_written()
    {
        Refused.Same(AppointmentRules.DeclarationMissing(), new DismissalEvidence(Facts).WhyNot(DismissalGround.Resignation));
    }

    [Fact]
    public void Only_somebody_in_office_is_dismissed_and_by_one_case_at_a_time()
    {
        Refused.Same(AppointmentRules.NotInOffice(End.AddDays(1)), DismissalCase.WhyNotDraft(Granted(), DismissalGround.WorkOrHealth, new(Facts), false, End.AddDays(1)));
        Refused.Same(AppointmentRules.CaseOpen(), DismissalCase.WhyNotDraft(Granted(), DismissalGround.WorkOrHealth, new(Facts), true, Monday));
    }

    [Fact]
    public void The_person_is_told_and_heard_before_it_goes_to_leadership()
    {
        var (dismissal, term) = Drafted();
        Refused.By(AppointmentRules.CaseWrongState(DismissalState.Drafted), () => dismissal.Propose(Monday, term, Clerk, Monday));

        dismissal.Notify(5, Calendar2026, Monday);
        Assert.Equal(Day("2026-11-30"), dismissal.HearingUntil);
        Refused.By(AppointmentRules.HearingOpen(Day("2026-11-30")), () => dismissal.Propose(Monday, term, Clerk, Monday));

        dismissal.RecordStatement("没有意见", Day("2026-11-24"));
        dismissal.Propose(Day("2026-11-25"), term, Clerk, Day("2026-11-24"));
        Assert.Equal(DismissalState.Proposed, dismissal.State);
    }

    [Fact]
    public void Who_says_nothing_until_the_last_day_has_been_heard()
    {
        var term = Granted(Day("2024-06-01"));
        var dismissal = DismissalCase.Draft(DismissalCaseId.New(), "JP-2026-1", term, DismissalGround.WorkOrHealth, new(Facts), false, Clerk, Monday);
        dismissal.Notify(5, Calendar2026, Monday);

        Assert.NotNull(dismissal.WhyNotPropose(Day("2026-11-30")));
        Assert.Null(dismissal.WhyNotPropose(Day("2026-12-01")));
    }

    [Fact]
    public void Decided_it_ends_the_term_at_once_and_nobody_decides_what_they_proposed()
    {
        var (dismissal, term) = Proposed();

        Refused.By(AppointmentRules.ApproverIsProposer(), () => dismissal.Approve(term, Clerk, approvalNeeded: true, Monday));
        Assert.True(term.IsInOffice(Monday));
        dismissal.Approve(term, Leader, approvalNeeded: true, Monday);

        Assert.False(term.IsInOffice(Monday));
        Assert.Equal((AppointmentState.Dismissed, DismissalGround.WorkOrHealth), (term.State, term.Ground!.Value));
    }

    [Fact]
    public void A_day_that_has_passed_until_the_decision_becomes_the_day_of_the_decision()
    {
        var (dismissal, term) = Proposed();
        dismissal.Approve(term, Leader, approvalNeeded: true, Monday.AddDays(2));

        Assert.Equal(Monday.AddDays(2), dismissal.EffectiveOn);
        Assert.True(term.IsInOffice(Monday.AddDays(1)));
    }

    [Fact]
    public void Article_18_it_is_closed_when_both_certificates_are_back_or_void()
    {
        var (dismissal, term) = Proposed();
        dismissal.Approve(term, Leader, approvalNeeded: true, Monday);

        Refused.By(AppointmentRules.CertificatesOutstanding(2), () => dismissal.Close(2));
        dismissal.Close(0);
        Assert.Equal(DismissalState.Closed, dismissal.State);
        Refused.By(AppointmentRules.CaseWrongState(DismissalState.Closed), () => dismissal.Drop("x"));
    }

    [Fact]
    public void Article_18_5_a_resignation_is_not_heard_and_takes_effect_when_it_says()
    {
        var term = Granted();
        var resignation = DismissalCase.Resign(DismissalCaseId.New(), "JP-2026-2", term, "本人自愿辞任", Day("2026-11-27"), false, Monday);

        Refused.By(AppointmentRules.NothingToHear(), () => resignation.Notify(5, Calendar2026, Monday));
        resignation.Propose(resignation.EffectiveOn!.Value, term, Clerk, Monday);
        resignation.Approve(term, Leader, approvalNeeded: true, Monday);
        Assert.Equal((Day("2026-11-26"), DismissalGround.Resignation), (term.LastDay, term.Ground!.Value));
    }

    [Fact]
    public void Article_18_5_the_day_that_a_supervisor_named_stands_whatever_the_clerk_types_and_however_late_it_is_passed_on()
    {
        var term = Granted();
        var resignation = DismissalCase.Resign(DismissalCaseId.New(), "JP-2026-2", term, "本人自愿辞任", Day("2026-11-27"), false, Monday);
        resignation.Propose(Monday, term, Clerk, Monday);
        Assert.Equal(Day("2026-11-27"), resignation.EffectiveOn);

        var late = DismissalCase.Resign(DismissalCaseId.New(), "JP-2026-3", term, "本人自愿辞任", Monday, false, Monday);
        late.Propose(Monday, term, Clerk, Monday.AddDays(2));
        Assert.Equal(Monday.AddDays(2), late.EffectiveOn);
    }

    [Fact]
    public void Of_a_resignation_that_came_on_paper_the_clerk_gives_the_day()
    {
        var term = Granted();
        var paper = DismissalCase.Draft(DismissalCaseId.New(), "JP-2026-4", term, DismissalGround.Resignation, new("辞任信") { DeclaredOn = Monday }, false, Clerk, Monday);
        paper.Propose(Day("2026-11-26"), term, Clerk, Monday);

        Assert.Equal((null, Day("2026-11-26")), (paper.NamedDay, paper.EffectiveOn!.Value));
    }

    [Fact]
    public void A_case_ends_the_term_in_office_and_nobody_elses()
    {
        var (dismissal, _) = Proposed();

        Assert.Throws<ArgumentException>(() => dismissal.Approve(Granted(), Leader, approvalNeeded: true, Monday));
        Assert.Equal(DismissalState.Proposed, dismissal.State);
    }

    [Fact]
    public void A_resignation_names_no_day_after_the_term()
    {
        Assert.Equal(Monday, DismissalCase.Resign(DismissalCaseId.New(), "1", Granted(), "辞任", null, false, Monday).EffectiveOn);
        Refused.By(AppointmentRules.EffectiveOutOfTerm(Monday, End), () => DismissalCase.Resign(DismissalCaseId.New(), "1", Granted(), "辞任", End.AddDays(2), false, Monday));
    }

    [Fact]
    public void Sent_back_or_dropped_it_says_why()
    {
        var (dismissal, _) = Proposed();
        Refused.By(AppointmentRules.ReasonMissing(), () => dismissal.SendBack(Leader, ""));
        dismissal.SendBack(Leader, "证据不足");
        Assert.Equal((DismissalState.HearingOpen, "证据不足"), (dismissal.State, dismissal.Reason));
        Refused.By(AppointmentRules.ReasonMissing(), () => dismissal.Drop(" "));
        dismissal.Drop("不再追究");
        Assert.False(dismissal.IsOpen);
    }

    private static (DismissalCase Case, Appointment Term) Drafted()
    {
        var term = Granted();
        return (DismissalCase.Draft(DismissalCaseId.New(), "JP-2026-1", term, DismissalGround.WorkOrHealth, new(Facts), false, Clerk, Monday), term);
    }

    private static (DismissalCase Case, Appointment Term) Proposed()
    {
        var (dismissal, term) = Drafted();
        dismissal.Notify(5, Calendar2026, Monday);
        dismissal.RecordStatement("无", Monday);
        dismissal.Propose(Monday, term, Clerk, Monday);
        return (dismissal, term);
    }
}
