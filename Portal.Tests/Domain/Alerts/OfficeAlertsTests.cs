using Portal.Domain.Alerts;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Alerts;

public sealed class OfficeAlertsTests
{
    private static readonly OfficeSettings s_settings = new();

    [Theory]
    [InlineData("2026-08-31", null)]
    [InlineData("2026-09-01", 90)]
    [InlineData("2026-10-30", 90)]
    [InlineData("2026-10-31", 30)]
    [InlineData("2026-11-23", 7)]
    [InlineData("2026-11-30", 7)]
    [InlineData("2026-12-01", null)]
    public void Article_17_a_term_is_announced_ninety_thirty_and_seven_days_before_its_end(string today, int? mark) =>
        Assert.Equal(mark, OfficeAlerts.TermEnding(Day("2026-11-30"), s_settings, Day(today)));

    [Theory]
    [InlineData("2026-08-19", 0, null)]
    [InlineData("2026-08-20", 0, 9)]
    [InlineData("2026-10-20", 0, 11)]
    [InlineData("2026-11-20", 0, 11)]
    [InlineData("2026-11-21", 0, 12)]
    [InlineData("2026-11-21", 30, 11)]
    public void Article_18_2_silence_is_announced_after_nine_and_eleven_months_and_when_the_year_is_over(string today, int paused, int? mark) =>
        Assert.Equal(mark, OfficeAlerts.Inactive(new InactivityClock(Day("2025-11-20"), paused), s_settings, Day(today)));

    [Theory]
    [InlineData("2025-11-24", 0, true)]
    [InlineData("2025-11-25", 0, false)]
    [InlineData("2025-11-24", 1, false)]
    public void Article_9_2_a_year_without_an_invitation_is_the_departments_own_matter(string since, int invitations, bool announced) =>
        Assert.Equal(announced, OfficeAlerts.NeverInvited(Day(since), invitations, Day("2026-11-24")));

    [Theory]
    [InlineData("2026-11-15", null)]
    [InlineData("2026-11-16", 16)]
    public void Article_18_certificates_are_late_after_the_days_the_office_allows(string today, int? days) =>
        Assert.Equal(days, OfficeAlerts.CertificateOutstanding(Day("2026-10-31"), s_settings, Day(today)));

    [Theory]
    [InlineData("2026-11-16", null)]
    [InlineData("2026-11-17", 16)]
    public void Article_12_a_lost_card_is_to_be_replaced_in_time(string today, int? days) =>
        Assert.Equal(days, OfficeAlerts.CardNotReissued(Day("2026-11-01"), s_settings, Day(today)));

    [Theory]
    [InlineData("2026-11-20", true, false, null)]
    [InlineData("2026-11-21", true, false, 1)]
    [InlineData("2026-11-21", false, true, 1)]
    [InlineData("2026-11-21", false, false, null)]
    public void Article_12_a_letter_that_is_over_before_its_matter_is_settled_is_remembered(string today, bool isOut, bool underWay, int? days) =>
        Assert.Equal(days, OfficeAlerts.LetterExpired(Day("2026-11-20"), isOut, underWay, Day(today)));

    [Theory]
    [InlineData("1955-11-25", false)]
    [InlineData("1955-11-24", true)]
    public void Article_5_1_age_above_seventy_is_pointed_out_during_a_term(string born, bool announced) =>
        Assert.Equal(announced, OfficeAlerts.AgeAboveLimit(Day(born), s_settings, Day("2026-11-24")));

    [Theory]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-24", AlertKind.NoticeEnding)]
    [InlineData("2026-11-25", AlertKind.NoticeUndecided)]
    public void Article_6_a_notice_is_announced_on_its_last_day_and_until_it_is_concluded(string today, AlertKind? alert) =>
        Assert.Equal(alert, OfficeAlerts.Notice(Day("2026-11-24"), Day(today)));

    [Theory]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-24", 6)]
    public void Article_6_an_objection_waits_five_working_days_at_the_most(string today, int? waited)
    {
        var calendar = new WorkingCalendar(StatutoryHolidays.Of2026, [2026]);

        Assert.Equal(waited, OfficeAlerts.ObjectionOpen(Day("2026-11-16"), s_settings, calendar, Day(today)));
    }
}
