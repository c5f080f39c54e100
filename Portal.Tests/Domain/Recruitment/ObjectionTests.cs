using Portal.Domain.Recruitment;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Recruitment.AnApplication;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Recruitment;

public sealed class ObjectionTests
{
    private static readonly DateOnly s_lastDay = Day("2026-11-16");

    [Fact]
    public void The_last_day_is_in_time_and_the_next_is_late_and_still_recorded()
    {
        var (person, notice) = OnNotice();

        Assert.False(Against(notice, person, s_lastDay).Late);
        Assert.True(Against(notice, person, s_lastDay.AddDays(1)).Late);
    }

    [Fact]
    public void A_named_objector_can_be_reached_and_an_anonymous_one_is_taken_where_the_office_takes_them()
    {
        var (_, notice) = OnNotice();

        Refused.Same(RecruitmentRules.ContactMissing(), Objection.WhyNotLodge(notice, "某某", " ", "x", anonymousAllowed: true));
        Refused.Same(RecruitmentRules.ObjectorMissing(), Objection.WhyNotLodge(notice, null, null, "x", anonymousAllowed: false));
        Refused.Same(RecruitmentRules.ObjectionEmpty(), Objection.WhyNotLodge(notice, null, null, " ", anonymousAllowed: true));
        Assert.Null(Objection.WhyNotLodge(notice, null, null, "x", anonymousAllowed: true));
    }

    [Fact]
    public void It_is_about_somebody_on_the_notice()
    {
        var (_, notice) = OnNotice();

        Refused.By(RecruitmentRules.NotOnNotice(), () => Against(notice, Passed(), s_lastDay));
    }

    [Fact]
    public void Nothing_is_lodged_against_a_notice_that_is_not_published()
    {
        var (person, notice) = OnNotice();
        notice.Withdraw(Clerk, "x", [person], Now);

        Refused.By(RecruitmentRules.NoticeWrongState(NoticeState.Withdrawn), () => Against(notice, person, s_lastDay));
    }

    [Fact]
    public void Every_decision_has_its_reason_and_is_made_once()
    {
        var (person, notice) = OnNotice();
        var objection = Against(notice, person, s_lastDay);

        Refused.By(RecruitmentRules.ObjectionWrongState(ObjectionState.Lodged), () => objection.Dismiss(Clerk, "x", s_lastDay));
        objection.Accept();
        Refused.By(RecruitmentRules.ReasonMissing(), () => objection.Dismiss(Clerk, " ", s_lastDay));
        objection.Dismiss(Clerk, "查无实据", s_lastDay);
        Assert.False(objection.IsOpen);
        Refused.By(RecruitmentRules.ObjectionWrongState(ObjectionState.Dismissed), () => objection.ProposeUphold(Clerk, "x"));
    }

    [Fact]
    public void Upholding_takes_somebody_else()
    {
        var (person, notice) = OnNotice();
        var objection = Against(notice, person, s_lastDay);
        objection.Accept();
        objection.ProposeUphold(Clerk, "属实");

        Assert.True(objection.IsOpen);
        Refused.By(RecruitmentRules.ApproverIsProposer(), () => objection.Uphold(Clerk, s_lastDay));
        objection.RefuseUphold(Leader, "证据不足");
        Assert.Equal(ObjectionState.Investigating, objection.State);
    }

    [Fact]
    public void A_named_objector_is_answered_once_and_an_anonymous_one_cannot_be()
    {
        var (person, notice) = OnNotice();
        var named = Against(notice, person, s_lastDay);
        Refused.By(RecruitmentRules.ObjectionWrongState(ObjectionState.Lodged), () => named.Answer("x", s_lastDay));
        named.Decline(Clerk, "无具体事项", s_lastDay);
        Assert.True(named.AwaitsReply);
        named.Answer("已处理", s_lastDay);
        Assert.False(named.AwaitsReply);
        Refused.By(RecruitmentRules.AnsweredBefore(), () => named.Answer("再答", s_lastDay));

        var anonymous = Against(notice, person, s_lastDay, name: null, contact: null);
        anonymous.Decline(Clerk, "无具体事项", s_lastDay);
        Refused.By(RecruitmentRules.NobodyToAnswer(), () => anonymous.Answer("x", s_lastDay));
        Assert.False(anonymous.AwaitsReply);
    }

    private static (Application Person, PublicNotice Notice) OnNotice()
    {
        var person = Passed();
        return (person, Published(Day("2026-11-09"), person));
    }
}
