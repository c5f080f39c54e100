using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Data;

/// <summary>The office's settings and its working calendar, read as the values that the domain asks for.</summary>
public sealed class OfficeFacts(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<OfficeSettings> SettingsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Value, cancellationToken);
        var defaults = new OfficeSettings();
        return new OfficeSettings
        {
            FindingRegisterWorkdays = Int(nameof(OfficeSettings.FindingRegisterWorkdays), defaults.FindingRegisterWorkdays),
            FindingInvestigateDays = Int(nameof(OfficeSettings.FindingInvestigateDays), defaults.FindingInvestigateDays),
            FindingFeedbackWorkdays = Int(nameof(OfficeSettings.FindingFeedbackWorkdays), defaults.FindingFeedbackWorkdays),
            FindingAppealDays = Int(nameof(OfficeSettings.FindingAppealDays), defaults.FindingAppealDays),
            RectificationDefaultDays = Int(nameof(OfficeSettings.RectificationDefaultDays), defaults.RectificationDefaultDays),
            RectificationMaxExtensions = Int(nameof(OfficeSettings.RectificationMaxExtensions), defaults.RectificationMaxExtensions),
            DueSoonDays = Int(nameof(OfficeSettings.DueSoonDays), defaults.DueSoonDays),
            TermReminderDays = Int(nameof(OfficeSettings.TermReminderDays), defaults.TermReminderDays),
            ConclusionApprovalAmount = rows.TryGetValue(nameof(OfficeSettings.ConclusionApprovalAmount), out var amount)
                ? decimal.Parse(amount, CultureInfo.InvariantCulture)
                : defaults.ConclusionApprovalAmount,
            RejectUnassignedArea = rows.TryGetValue(nameof(OfficeSettings.RejectUnassignedArea), out var reject)
                ? bool.Parse(reject)
                : defaults.RejectUnassignedArea,
        };

        int Int(string key, int otherwise) => rows.TryGetValue(key, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }

    public async Task<WorkingCalendar> CalendarAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var days = await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        var years = await db.CalendarYears.AsNoTracking().Select(y => y.Year).ToListAsync(cancellationToken);
        return new WorkingCalendar(days.Select(d => new CalendarDay(d.Date, d.Kind)), years);
    }
}
