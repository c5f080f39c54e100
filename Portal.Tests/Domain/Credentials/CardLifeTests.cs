using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Credentials;

public sealed class CardLifeTests
{
    private static readonly DateOnly s_monday = Day("2026-11-23");
    private static readonly AppointmentId s_term = AppointmentId.New();

    [Fact]
    public void Article_12_one_valid_card_and_only_while_in_office()
    {
        Refused.Same(CardRules.HolderNotInOffice(), SupervisorCard.WhyNotIssue(inOffice: false, hasActive: false));
        Refused.Same(CardRules.OneValidCard(), SupervisorCard.WhyNotIssue(inOffice: true, hasActive: true));
        Assert.Equal(CardState.Active, Issued().State);
    }

    [Fact]
    public void Article_12_2_a_lost_card_is_reported_before_there_is_a_new_one_with_a_new_number()
    {
        var card = Issued();
        Refused.By(CardRules.NotReportedLost("ZZ-2026-0001", CardState.Active), () => Reissue(card));

        card.ReportLost(Day("2026-11-20"), s_monday);
        Assert.Equal((CardState.Lost, Day("2026-11-20"), s_monday), (card.State, card.LostOn!.Value, card.ReportedOn!.Value));
        var successor = Reissue(card);

        Assert.Equal((CardState.Active, card.Id, "ZZ-2026-0002"), (successor.State, successor.Replaces!.Value, successor.Number));
        Refused.Same(CardRules.OneValidCard(), card.WhyNotReissue(inOffice: true, hasActive: true));
    }

    [Fact]
    public void A_card_is_not_lost_tomorrow_and_not_twice()
    {
        var card = Issued();
        Refused.By(CardRules.LostInTheFuture(s_monday.AddDays(1)), () => card.ReportLost(s_monday.AddDays(1), s_monday));
        card.ReportLost(s_monday, s_monday);
        Refused.By(CardRules.WrongState("ZZ-2026-0001", CardState.Lost), () => card.ReportLost(s_monday, s_monday));
    }

    [Fact]
    public void A_lost_card_that_is_found_stays_void()
    {
        var card = Issued();
        Refused.By(CardRules.WrongState("ZZ-2026-0001", CardState.Active), () => card.Recover(s_monday));
        card.ReportLost(s_monday, s_monday);
        card.Recover(s_monday);

        Assert.Equal(CardState.LostRecovered, card.State);
        Refused.Same(CardRules.NeverValidAgain("ZZ-2026-0001", CardState.LostRecovered), card.WhyNotCorrect(CardState.Active));
    }

    [Fact]
    public void A_damaged_card_is_handed_in_for_another()
    {
        var card = Issued();
        Refused.By(CardRules.ReasonMissing(), () => card.Replace(SupervisorCardId.New(), s_term, "ZZ-2026-0003", " ", inOffice: true, s_monday));
        var successor = card.Replace(SupervisorCardId.New(), s_term, "ZZ-2026-0003", "磨损", inOffice: true, s_monday);

        Assert.Equal((CardState.Replaced, CardState.Active, card.Id), (card.State, successor.State, successor.Replaces!.Value));
    }

    [Fact]
    public void Article_18_at_the_end_it_comes_back_or_is_declared_void_with_a_reason()
    {
        var back = Issued();
        Refused.By(CardRules.NotAskedBack("ZZ-2026-0001"), () => back.Receive(s_monday));
        back.AskBack();
        Assert.True(back.IsOutstanding);
        back.Receive(s_monday);
        Assert.Equal((CardState.Returned, false), (back.State, back.IsOutstanding));

        var gone = Issued();
        gone.AskBack();
        Refused.By(CardRules.ReasonMissing(), () => gone.DeclareVoid("", s_monday));
        gone.DeclareVoid("失联", s_monday);
        Assert.Equal((CardState.Void, "失联"), (gone.State, gone.Reason));
    }

    [Fact]
    public void What_is_lost_stays_lost_when_the_term_ends()
    {
        var card = Issued();
        card.ReportLost(s_monday, s_monday);
        card.AskBack();

        Assert.Equal(CardState.Lost, card.State);
    }

    [Fact]
    public void Article_18_the_letter_of_appointment_comes_back_too()
    {
        var letter = AppointmentLetter.Issue(AppointmentLetterId.New(), PersonId.New(), s_term, "PS-〔2026〕1", s_monday);
        Refused.By(CardRules.NotAskedBack("PS-〔2026〕1"), () => letter.Receive(s_monday));
        letter.AskBack();
        Refused.By(CardRules.ReasonMissing(), () => letter.DeclareVoid(" ", s_monday));
        letter.Receive(s_monday);
        letter.AskBack();

        Assert.Equal((CertificateState.Returned, false), (letter.State, letter.IsOutstanding));
    }

    private static SupervisorCard Issued() => SupervisorCard.Issue(SupervisorCardId.New(), PersonId.New(), s_term, "ZZ-2026-0001", inOffice: true, hasActive: false, s_monday);

    private static SupervisorCard Reissue(SupervisorCard card) => card.Reissue(SupervisorCardId.New(), s_term, "ZZ-2026-0002", inOffice: true, hasActive: false, s_monday);
}
