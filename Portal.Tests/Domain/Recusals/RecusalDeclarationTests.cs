using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Recusals;

public sealed class RecusalDeclarationTests
{
    private static readonly PersonId s_declarant = PersonId.New();
    private static readonly PersonId s_clerk = PersonId.New();
    private static readonly PersonId s_otherClerk = PersonId.New();
    private static readonly AgencyId s_agency = AgencyId.New();
    private static readonly ActivityId s_activity = ActivityId.New();
    private static readonly FindingId s_finding = FindingId.New();
    private static readonly DateOnly s_monday = Day("2026-11-23");

    [Fact]
    public void Article_11_a_supervisors_own_declaration_takes_effect_at_once()
    {
        var recusal = Declared();

        Assert.Equal(RecusalState.Declared, recusal.State);
        Assert.True(recusal.IsInEffect);
        Assert.True(recusal.IsPending);
        Assert.Equal((s_declarant, s_declarant, s_monday), (recusal.Person, recusal.FiledBy!.Value, recusal.FiledOn));
    }

    [Fact]
    public void What_the_section_or_an_agency_puts_on_record_takes_effect_when_decided()
    {
        var directed = In(RecusalState.Directed);
        var requested = In(RecusalState.Requested);

        Assert.All([directed, requested], r => Assert.True(r.IsPending));
        Assert.All([directed, requested], r => Assert.False(r.IsInEffect));
        Assert.All([directed, requested], r => Assert.Equal(s_clerk, r.FiledBy));

        directed.Accept(s_clerk, s_monday);

        Assert.True(directed.IsInEffect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Why_is_always_said(string explanation)
    {
        Refused.Same(RecusalRules.ExplanationMissing(), RecusalDeclaration.WhyNotFile(explanation, alreadyOnRecord: false));
        Refused.By(RecusalRules.ExplanationMissing(), () => Declared(explanation));
    }

    [Fact]
    public void A_person_is_on_record_once_for_a_matter()
    {
        Refused.Same(RecusalRules.AlreadyDeclared(), RecusalDeclaration.WhyNotFile("kin", alreadyOnRecord: true));
        Refused.By(RecusalRules.AlreadyDeclared(), () => RecusalDeclaration.Direct(
            RecusalId.New(), s_declarant, RecusalMatter.Of(s_agency), RecusalGround.OwnInterest, "kin", s_clerk, s_monday, alreadyOnRecord: true));
    }

    [Fact]
    public void Nobody_decides_their_own_declaration()
    {
        var recusal = Declared();

        Refused.Same(RecusalRules.DecidedByDeclarant(), recusal.WhyNotDecide(s_declarant));
        Refused.By(RecusalRules.DecidedByDeclarant(), () => recusal.Accept(s_declarant, s_monday));
        Refused.By(RecusalRules.DecidedByDeclarant(), () => recusal.Decline(s_declarant, "no", s_monday));
        Assert.Equal(RecusalState.Declared, recusal.State);
    }

    [Fact]
    public void Nobody_decides_a_recusal_of_themselves_that_a_colleague_put_on_record()
    {
        var recusal = RecusalDeclaration.Direct(RecusalId.New(), s_otherClerk, RecusalMatter.Of(s_finding), RecusalGround.OtherFairness, "kin", s_clerk, s_monday, alreadyOnRecord: false);

        Refused.Same(RecusalRules.DecidedByDeclarant(), recusal.WhyNotDecide(s_otherClerk));
        Assert.Null(recusal.WhyNotDecide(s_clerk));
    }

    public static TheoryData<RecusalState> EveryState() => [.. Enum.GetValues<RecusalState>()];

    [Theory]
    [MemberData(nameof(EveryState))]
    public void What_waits_is_decided_once_and_what_is_decided_is_not_decided_again(RecusalState state)
    {
        if (state is RecusalState.Declared or RecusalState.Directed or RecusalState.Requested)
        {
            var (accepted, declined) = (In(state), In(state));
            accepted.Accept(s_clerk, s_monday);
            declined.Decline(s_clerk, "no relation", s_monday);
            Assert.Equal((RecusalState.Recused, RecusalState.NotRequired), (accepted.State, declined.State));
        }
        else
        {
            var recusal = In(state);
            Refused.By(RecusalRules.AlreadyDecided(state), () => recusal.Accept(s_clerk, s_monday));
            Refused.By(RecusalRules.AlreadyDecided(state), () => recusal.Decline(s_clerk, "no", s_monday));
            Assert.Equal(state, recusal.State);
        }
    }

    [Fact]
    public void Who_decided_and_when_is_kept_with_the_reason()
    {
        var recusal = Declared();

        recusal.Decline(s_clerk, "no relation", s_monday.AddDays(2));

        Assert.Equal((s_clerk, s_monday.AddDays(2), "no relation"), (recusal.DecidedBy!.Value, recusal.DecidedOn!.Value, recusal.DecisionReason));
    }

    [Fact]
    public void A_declarant_who_need_not_step_aside_is_told_why()
    {
        var recusal = Declared();

        Refused.By(RecusalRules.ReasonMissing(), () => recusal.Decline(s_clerk, " ", s_monday));
        Assert.True(recusal.IsPending);
    }

    [Fact]
    public void What_was_declined_keeps_nobody_from_anything()
    {
        var recusal = In(RecusalState.NotRequired);

        Assert.False(recusal.IsInEffect);
        Assert.False(recusal.Covers(s_activity, [s_agency]));
    }

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Only_a_recusal_that_stands_is_lifted(RecusalState state)
    {
        var recusal = In(state);

        if (state == RecusalState.Recused)
        {
            recusal.Lift("left the firm", s_monday);
            Assert.Equal((RecusalState.Lifted, s_monday, "left the firm"), (recusal.State, recusal.LiftedOn!.Value, recusal.LiftReason));
            Assert.False(recusal.IsInEffect);
        }
        else
        {
            Refused.Same(RecusalRules.NotInEffect(state), recusal.WhyNotLift());
            Refused.By(RecusalRules.NotInEffect(state), () => recusal.Lift("left the firm", s_monday));
        }
    }

    [Fact]
    public void Lifting_says_how_the_cause_ended()
    {
        var recusal = In(RecusalState.Recused);

        Refused.By(RecusalRules.ReasonMissing(), () => recusal.Lift("", s_monday));
        Assert.True(recusal.IsInEffect);
    }

    [Fact]
    public void A_recusal_from_an_agency_covers_every_activity_and_finding_of_that_agency()
    {
        var recusal = Declared();

        Assert.True(recusal.Covers(ActivityId.New(), [AgencyId.New(), s_agency]));
        Assert.True(recusal.Covers(FindingId.New(), s_agency));
        Assert.False(recusal.Covers(ActivityId.New(), [AgencyId.New()]));
        Assert.False(recusal.Covers(FindingId.New(), AgencyId.New()));
        Assert.False(recusal.Covers(FindingId.New(), agency: null));
    }

    [Fact]
    public void A_recusal_from_one_activity_or_finding_covers_no_other()
    {
        var fromActivity = On(RecusalMatter.Of(s_activity));
        var fromFinding = On(RecusalMatter.Of(s_finding));

        Assert.True(fromActivity.Covers(s_activity, []));
        Assert.False(fromActivity.Covers(ActivityId.New(), [s_agency]));
        Assert.False(fromActivity.Covers(s_finding, s_agency));
        Assert.True(fromFinding.Covers(s_finding, agency: null));
        Assert.False(fromFinding.Covers(FindingId.New(), s_agency));
        Assert.False(fromFinding.Covers(s_activity, [s_agency]));
    }

    [Fact]
    public void A_recusal_is_from_exactly_one_matter()
    {
        RecusalDeclaration[] recusals = [Declared(), On(RecusalMatter.Of(s_activity)), On(RecusalMatter.Of(s_finding))];

        Assert.All(recusals, r => Assert.Equal(1, new[] { r.Agency is not null, r.Activity is not null, r.Finding is not null }.Count(set => set)));
    }

    [Fact]
    public void Article_11_has_three_grounds_numbered_as_its_items()
    {
        Assert.Equal([RecusalGround.OwnInterest, RecusalGround.RelativeOrLinkedOrganisation, RecusalGround.OtherFairness], Enum.GetValues<RecusalGround>());
        Assert.Equal([1, 2, 3], Enum.GetValues<RecusalGround>().Select(g => (int)g));
    }

    [Fact]
    public void The_register_brings_in_a_recusal_as_it_was_decided_and_says_nothing_of_who()
    {
        var recusal = RecusalDeclaration.FromRegister(RecusalId.New(), s_declarant, RecusalMatter.Of(s_agency), RecusalGround.OwnInterest, "kin", s_monday, RecusalState.Recused, s_monday.AddDays(1));

        Assert.Equal((RecusalState.Recused, s_monday.AddDays(1)), (recusal.State, recusal.DecidedOn!.Value));
        Assert.Equal((null, null), (recusal.FiledBy, recusal.DecidedBy));
    }

    [Fact]
    public void A_correction_from_the_register_changes_the_decision_and_never_the_matter()
    {
        var recusal = Declared();

        recusal.CorrectFromRegister(RecusalGround.OtherFairness, "friend", RecusalState.NotRequired, s_monday);

        Assert.Equal((s_declarant, s_agency), (recusal.Person, recusal.Agency!.Value));
        Assert.Equal((RecusalGround.OtherFairness, "friend", RecusalState.NotRequired), (recusal.Ground, recusal.Explanation, recusal.State));
    }

    private static RecusalDeclaration Declared(string explanation = "kin") =>
        RecusalDeclaration.Declare(RecusalId.New(), s_declarant, RecusalMatter.Of(s_agency), RecusalGround.RelativeOrLinkedOrganisation, explanation, s_monday, alreadyOnRecord: false);

    private static RecusalDeclaration On(RecusalMatter matter) =>
        RecusalDeclaration.Declare(RecusalId.New(), s_declarant, matter, RecusalGround.OwnInterest, "kin", s_monday, alreadyOnRecord: false);

    private static RecusalDeclaration In(RecusalState state)
    {
        var matter = RecusalMatter.Of(s_agency);
        switch (state)
        {
            case RecusalState.Declared:
                return Declared();
            case RecusalState.Directed:
                return RecusalDeclaration.Direct(RecusalId.New(), s_declarant, matter, RecusalGround.OwnInterest, "kin", s_clerk, s_monday, alreadyOnRecord: false);
            case RecusalState.Requested:
                return RecusalDeclaration.Request(RecusalId.New(), s_declarant, matter, RecusalGround.OwnInterest, "kin", s_clerk, s_monday, alreadyOnRecord: false);
            case RecusalState.NotRequired:
                var declined = Declared();
                declined.Decline(s_clerk, "no relation", s_monday);
                return declined;
            case RecusalState.Recused:
            case RecusalState.Lifted:
                var recusal = Declared();
                recusal.Accept(s_clerk, s_monday);
                if (state == RecusalState.Lifted)
                {
                    recusal.Lift("left the firm", s_monday);
                }

                return recusal;
            default:
                throw new ArgumentOutOfRangeException(nameof(state));
        }
    }
}
