using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Rules;

public sealed class RegulationFiguresTests
{
    [Fact]
    public void The_figures_are_those_of_the_measures()
    {
        Assert.Equal(25, RegulationFigures.MinimumAge); // Article 5 (1)
        Assert.Equal(70, RegulationFigures.MaximumAge);
        Assert.Equal(5, RegulationFigures.NoticeDays); // Article 6
        Assert.Equal(3, RegulationFigures.TermYears); // Article 17
        Assert.Equal(12, RegulationFigures.InactivityMonths); // Article 18 (2)
        Assert.Equal(new DateOnly(2023, 4, 23), RegulationFigures.InForceFrom); // Article 19
    }

    [Fact]
    public void What_the_measures_leave_open_has_a_default_that_the_office_may_change()
    {
        var settings = new OfficeSettings();

        Assert.Equal((3, 60, 10, 15), (settings.FindingRegisterWorkdays, settings.FindingInvestigateDays, settings.FindingFeedbackWorkdays, settings.FindingAppealDays));
        Assert.Equal((30, 2), (settings.RectificationDefaultDays, settings.RectificationMaxExtensions));
        Assert.Equal((7, 90), (settings.DueSoonDays, settings.TermReminderDays));
        Assert.Equal(100_000m, settings.ConclusionApprovalAmount);
        Assert.Equal(20, (settings with { DueSoonDays = 20 }).DueSoonDays);
    }
}
