using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Credentials;

public sealed class IntroductionLetterTests
{
    private const int MaxDays = 15;

    private static readonly DateOnly s_monday = Day("2026-11-23");
    private static readonly AgencyId s_agency = AgencyId.New();
    private static readonly PersonId s_clerk = PersonId.New();
    private static readonly PersonId s_leader = PersonId.New();
    private static readonly BearerFacts s_bearer = new(PersonId.New(), InOffice: true, Recused: false, "ZZ-2026-0001");

    [Fact]
    public void Article_12_it_has_bearers_a_matter_and_the_agency_of_its_activity()
    {
        Assert.Null(WhyNot(s_bearer));
        Refused.Same(LetterRules.BearerMissing(), IntroductionLetter.WhyNotPrepare([], s_agency, null, "m", s_monday, s_monday, MaxDays, s_monday));
        Refused.Same(LetterRules.MatterMissing(), IntroductionLetter.WhyNotPrepare([s_bearer], s_agency, null, " ", s_monday, s_monday, MaxDays, s_monday));
        Refused.Same(LetterRules.OtherAgency(), IntroductionLetter.WhyNotPrepare([s_bearer], s_agency, [AgencyId.New()], "m", s_monday, s_monday, MaxDays, s_monday));
    }

    [Fact]
    public void Its_bearers_are_in_office_not_recused_and_have_a_card()
    {
        Refused.Same(LetterRules.BearerNotInOffice(), WhyNot(s_bearer with { InOffice = false }));
        Refused.Same(LetterRules.BearerRecused(), WhyNot(s_bearer with { Recused = true }));
        Refused.Same(LetterRules.BearerWithoutCard(), WhyNot(s_bearer with { CardNumber = null }));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-12-07", true)]
    [InlineData("2026-11-23", "2026-12-08", false)]
    [InlineData("2026-11-25", "2026-11-24", false)]
    [InlineData("2026-11-20", "2026-11-22", false)]
    public void It_is_valid_for_a_few_days_and_not_in_the_past(string from, string to, bool possible)
    {
        Assert.Equal(possible, IntroductionLetter.WhyNotPrepare([s_bearer], s_agency, null, "m", Day(from), Day(to), MaxDays, s_monday) is null);
    }

    [Fact]
    public void It_gets_its_number_when_it_is_issued_and_what_held_must_hold_still()
    {
        var letter = Prepared(sensitive: false);
        Assert.Null(letter.Serial);

        Refused.By(LetterRules.BearerRecused(), () => letter.Issue("JS-2026-0001", [s_bearer with { Recused = true }], s_monday));
        Refused.By(LetterRules.EndsTooEarly(Day("2026-11-27")), () => letter.Issue("JS-2026-0001", [s_bearer], Day("2026-11-28")));
        letter.Issue("JS-2026-0001", [s_bearer], s_monday);

        Assert.Equal((LetterState.Issued, "JS-2026-0001"), (letter.State, letter.Serial));
        Refused.By(LetterRules.WrongState(LetterState.Issued), () => letter.Issue("JS-2026-0002", [s_bearer], s_monday));
    }

    [Fact]
    public void It_names_the_card_that_its_bearer_has_when_it_is_issued()
    {
        var letter = Prepared(sensitive: false);

        letter.Issue("JS-2026-0001", [s_bearer with { CardNumber = "ZZ-2026-0002" }], s_monday);

        Assert.Equal("ZZ-2026-0002", Assert.Single(letter.Bearers).CardNumber);
    }

    [Fact]
    public void A_sensitive_matter_takes_somebody_else()
    {
        var letter = Prepared(sensitive: true);

        Refused.By(LetterRules.ApprovalNeeded(), () => letter.Issue("JS-2026-0001", [s_bearer], s_monday));
        Refused.By(LetterRules.ApproverIsProposer(), () => letter.Approve("JS-2026-0001", s_clerk, [s_bearer], s_monday));
        Refused.By(LetterRules.BearerRecused(), () => letter.Approve("JS-2026-0001", s_leader, [s_bearer with { Recused = true }], s_monday));
        letter.Approve("JS-2026-0001", s_leader, [s_bearer], s_monday);
        Assert.Equal((LetterState.Issued, s_leader), (letter.State, letter.ApprovedBy));
        Refused.By(LetterRules.WrongState(LetterState.Issued), () => letter.SendBack(s_leader, "x", s_monday));
    }

    [Fact]
    public void What_leadership_sends_back_is_never_issued()
    {
        var letter = Prepared(sensitive: true);

        Refused.By(LetterRules.ApproverIsProposer(), () => letter.SendBack(s_clerk, "x", s_monday));
        Refused.By(LetterRules.ReasonMissing(), () => letter.SendBack(s_leader, " ", s_monday));
        letter.SendBack(s_leader, "范围过宽", s_monday);

        Assert.Equal((LetterState.SentBack, "范围过宽", null), (letter.State, letter.Note, letter.Serial));
        Refused.By(LetterRules.WrongState(LetterState.SentBack), () => letter.Issue("JS-2026-0001", [s_bearer], s_monday));
        Refused.By(LetterRules.WrongState(LetterState.Draft), () => Prepared(sensitive: false).SendBack(s_leader, "x", s_monday));
    }

    [Fact]
    public void It_opens_one_agencys_documents_to_its_bearers_on_its_days()
    {
        var letter = Prepared(sensitive: false);
        Assert.False(letter.Covers(s_bearer.Person, s_agency, s_monday));
        letter.Issue("JS-2026-0001", [s_bearer], s_monday);

        Assert.True(letter.Covers(s_bearer.Person, s_agency, Day("2026-11-27")));
        Assert.False(letter.Covers(s_bearer.Person, s_agency, Day("2026-11-28")));
        Assert.False(letter.Covers(s_bearer.Person, AgencyId.New(), s_monday));
        Assert.False(letter.Covers(PersonId.New(), s_agency, s_monday));
        Assert.Equal((false, true), (letter.IsExpired(Day("2026-11-27")), letter.IsExpired(Day("2026-11-28"))));
    }

    [Fact]
    public void Used_or_revoked_it_says_what_came_of_it_and_opens_nothing_when_revoked()
    {
        var used = Prepared(sensitive: false);
        Refused.By(LetterRules.WrongState(LetterState.Draft), () => used.MarkUsed("x", s_monday));
        used.Issue("JS-2026-0001", [s_bearer], s_monday);
        Refused.By(LetterRules.ReasonMissing(), () => used.MarkUsed(" ", s_monday));
        used.MarkUsed("已查阅", s_monday);
        Refused.By(LetterRules.WrongState(LetterState.Used), () => used.Revoke("x", s_monday));

        var revoked = Prepared(sensitive: false);
        revoked.Issue("JS-2026-0002", [s_bearer], s_monday);
        revoked.Revoke("持有人解聘", s_monday);
        Assert.False(revoked.Covers(s_bearer.Person, s_agency, s_monday));

        var back = Prepared(sensitive: false);
        Refused.By(LetterRules.WrongState(LetterState.Draft), () => back.Return("x", s_monday));
        back.Issue("JS-2026-0003", [s_bearer], s_monday);
        Refused.By(LetterRules.ReasonMissing(), () => back.Return(" ", s_monday));
        back.Return("未前往", s_monday);
        Assert.Equal((LetterState.Returned, "未前往"), (back.State, back.Note));
        Assert.False(back.Covers(s_bearer.Person, s_agency, s_monday));
    }

    [Fact]
    public void Out_and_in_date_it_falls_with_a_card_that_it_names()
    {
        var letter = Prepared(sensitive: false);
        Assert.Null(letter.NamesVoidCard(["ZZ-2026-0001"], s_monday));
        letter.Issue("JS-2026-0001", [s_bearer], s_monday);

        Assert.Equal("ZZ-2026-0001", letter.NamesVoidCard(["ZZ-2025-0007", "ZZ-2026-0001"], Day("2026-11-27")));
        Assert.Null(letter.NamesVoidCard(["ZZ-2025-0007"], s_monday));
        Assert.Null(letter.NamesVoidCard(["ZZ-2026-0001"], Day("2026-11-28")));
        letter.MarkUsed("已查阅", s_monday);
        Assert.Null(letter.NamesVoidCard(["ZZ-2026-0001"], s_monday));
    }

    private static RuleViolation? WhyNot(BearerFacts bearer) => IntroductionLetter.WhyNotPrepare([bearer], s_agency, [s_agency], "查阅台账", s_monday, s_monday, MaxDays, s_monday);

    private static IntroductionLetter Prepared(bool sensitive) => IntroductionLetter.Prepare(
        IntroductionLetterId.New(), [s_bearer], s_agency, null, null, "查阅台账", s_monday, Day("2026-11-27"), sensitive, MaxDays, s_clerk, s_monday);
}
