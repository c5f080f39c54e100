using System.Reflection;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Tests.Domain.Rules;

/// <summary>What an office may choose, and what the measures do not leave to it (domain.md A8).</summary>
public sealed class OfficeSettingTests
{
    [Fact]
    public void Every_setting_can_be_chosen_but_the_names_that_documents_are_issued_in()
    {
        var all = typeof(OfficeSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && !p.Name.StartsWith("Org", StringComparison.Ordinal)).Select(p => p.Name);

        Assert.Equal(all.Order(StringComparer.Ordinal), OfficeSetting.All.Select(s => s.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_portal_comes_with_is_within_the_bounds()
    {
        Assert.All(OfficeSetting.All, s => Assert.Null(s.WhyNot(s.Default)));
        Assert.Null(OfficeSetting.WhyNotTogether(Defaults()));
    }

    [Theory]
    [InlineData(nameof(OfficeSettings.NoticeDays), "5", null)]
    [InlineData(nameof(OfficeSettings.NoticeDays), " 7 ", null)]
    [InlineData(nameof(OfficeSettings.NoticeDays), "4", "Setting_OutOfBounds")]
    [InlineData(nameof(OfficeSettings.NoticeDays), "61", "Setting_OutOfBounds")]
    [InlineData(nameof(OfficeSettings.NoticeDays), "-5", "Setting_OutOfBounds")]
    [InlineData(nameof(OfficeSettings.NoticeDays), "", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.NoticeDays), "五", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.NoticeDays), "5.5", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.NoticeDays), "99999999999999999999", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.InactivitySecondReminderMonths), "12", "Setting_OutOfBounds")]
    [InlineData(nameof(OfficeSettings.ConclusionApprovalAmount), "100000.50", null)]
    [InlineData(nameof(OfficeSettings.ConclusionApprovalAmount), "0.001", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.ConclusionApprovalAmount), "-1", "Setting_OutOfBounds")]
    [InlineData(nameof(OfficeSettings.ConclusionApprovalAmount), "1e6", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.NoticeUnit), nameof(DeadlineUnit.Workdays), null)]
    [InlineData(nameof(OfficeSettings.NoticeUnit), "Weeks", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.NoticeUnit), "1", "Setting_NotReadable")]
    [InlineData(nameof(OfficeSettings.ApproveNotices), "False", null)]
    [InlineData(nameof(OfficeSettings.ApproveNotices), "maybe", "Setting_NotReadable")]
    public void A_value_is_a_number_within_bounds_or_one_of_the_words(string setting, string value, string? refused) =>
        Assert.Equal(refused, OfficeSetting.Named(setting).WhyNot(value)?.Code);

    [Fact]
    public void Article_6_leaves_no_office_fewer_than_five_days()
    {
        var refused = OfficeSetting.Named(nameof(OfficeSettings.NoticeDays)).WhyNot("3");

        Refused.Same(OfficeSettingRules.OutOfBounds(new Article(6), 5, 60), refused);
    }

    [Theory]
    [InlineData(nameof(OfficeSettings.TermSecondReminderDays), "90", 17, 0)]
    [InlineData(nameof(OfficeSettings.TermLastReminderDays), "30", 17, 0)]
    [InlineData(nameof(OfficeSettings.InactivitySecondReminderMonths), "9", 18, 2)]
    public void A_later_reminder_is_closer_to_the_day(string setting, string value, int article, int item)
    {
        var stored = Defaults();
        stored[setting] = value;

        var refused = OfficeSetting.WhyNotTogether(stored);

        Assert.Equal(setting, refused?.Name);
        Refused.Same(OfficeSettingRules.RemindersOutOfOrder(new Article(article, item)), refused?.WhyNot);
    }

    private static Dictionary<string, string> Defaults() => OfficeSetting.All.ToDictionary(s => s.Name, s => s.Default, StringComparer.Ordinal);
}
