using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Features.Settings;
using Portal.Tests.Domain.Rules;
using Portal.Tests.Features.Terms;

namespace Portal.Tests.Features.Settings;

/// <summary>What an office chooses holds from then on, is on record, and no clerk does away with approval.</summary>
public sealed class SettingsServiceTests : IDisposable
{
    private readonly OfficeLife _life = new();

    private static CancellationToken Cancel => OfficeLife.Cancel;

    private SettingsService Section => _life.As<SettingsService>(_life.Clerk);

    private SettingsService Leadership => _life.As<SettingsService>(_life.Leader);

    public void Dispose() => _life.Dispose();

    [Fact]
    public async Task What_is_chosen_holds_and_is_on_record_with_what_was_before()
    {
        await Section.ChangeAsync([new(nameof(OfficeSettings.NoticeDays), "5", " 7 "), new(nameof(OfficeSettings.NoticeUnit), "CalendarDays", "Workdays")], Cancel);

        var shown = (await Section.GetAsync(Cancel)).ToDictionary(s => s.Setting.Name);
        Assert.Equal(("7", "Workdays"), (shown[nameof(OfficeSettings.NoticeDays)].Value, shown[nameof(OfficeSettings.NoticeUnit)].Value));
        Assert.Equal(_life.Clock.GetUtcNow(), shown[nameof(OfficeSettings.NoticeDays)].ChangedAt);
        Assert.Equal(new CountingMode(7, DeadlineUnit.Workdays, ExcludeStartDay: true, RollLastDay: true), (await _life.As<Portal.Data.OfficeFacts>(_life.Clerk).SettingsAsync(Cancel)).NoticeCounting);
        await Section.ChangeAsync([new(nameof(OfficeSettings.NoticeDays), "7", "9")], Cancel);
        var row = _life.Office.Read(db => db.AuditEntries.OrderByDescending(e => e.Sequence).First());
        Assert.Equal((nameof(Permissions.ChangeSettings), nameof(OfficeSettings.NoticeDays)), (row.Act, row.ObjectId));
        Assert.Contains("\"7\"", row.Before, StringComparison.Ordinal);
        Assert.Contains("\"9\"", row.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_keeps_all_of_them_as_they_were()
    {
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Section.ChangeAsync(
            [new(nameof(OfficeSettings.HearingWorkdays), "5", "10"), new(nameof(OfficeSettings.NoticeDays), "5", "4")], Cancel));
        var together = await Assert.ThrowsAsync<RuleViolationException>(() => Section.ChangeAsync([new(nameof(OfficeSettings.TermReminderDays), "90", "30")], Cancel));

        Refused.Same(OfficeSettingRules.OutOfBounds(new Article(6), 5, 60), refused.Violation);
        Refused.Same(OfficeSettingRules.RemindersOutOfOrder(new Article(17)), together.Violation);
        Assert.All(await Section.GetAsync(Cancel), s => Assert.Null(s.ChangedAt));
    }

    [Fact]
    public async Task Whoever_looked_at_an_older_value_changes_nothing()
    {
        await Section.ChangeAsync([new(nameof(OfficeSettings.HearingWorkdays), "5", "10")], Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Section.ChangeAsync([new(nameof(OfficeSettings.HearingWorkdays), "5", "7")], Cancel));

        Assert.Equal("10", (await Section.GetAsync(Cancel)).Single(s => s.Setting.Name == nameof(OfficeSettings.HearingWorkdays)).Value);
    }

    [Fact]
    public async Task Nobody_who_proposes_does_away_with_approval()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => Section.ChangeApprovalsAsync([new(nameof(OfficeSettings.ApproveAppointments), "True", "False")], Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Section.ChangeAsync([new(nameof(OfficeSettings.ApproveAppointments), "True", "False")], Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Section.ChangeAsync([new(nameof(OfficeSettings.ConclusionApprovalAmount), "100000", "999999999")], Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Leadership.ChangeApprovalsAsync([new(nameof(OfficeSettings.NoticeDays), "5", "7")], Cancel));
        Assert.All(await Section.GetAsync(Cancel), s => Assert.Equal(s.Setting.Group != SettingGroup.Approvals, s.MayChange));

        await Leadership.ChangeApprovalsAsync([new(nameof(OfficeSettings.ApproveAppointments), "True", "False")], Cancel);

        Assert.Equal("False", (await Leadership.GetAsync(Cancel)).Single(s => s.Setting.Name == nameof(OfficeSettings.ApproveAppointments)).Value);
    }

    [Fact]
    public async Task An_office_may_let_a_renewal_begin_the_year_anew()
    {
        var person = _life.Office.Supervisor("吴例湘", from: _life.Today.AddYears(-3), until: _life.Today.AddDays(-1), state: Portal.Domain.Appointments.AppointmentState.Completed);
        _life.Office.Term(person, 2, _life.Today, _life.Today.AddYears(3).AddDays(-1));
        Assert.Equal(_life.Today.AddYears(-3), (await _life.Dismissals().SubjectAsync(person, Cancel))!.LastEngagedOn);

        await Section.ChangeAsync([new(nameof(OfficeSettings.InactivityResetOnRenewal), "False", "True")], Cancel);

        Assert.Equal(_life.Today, (await _life.Dismissals().SubjectAsync(person, Cancel))!.LastEngagedOn);
    }
}
