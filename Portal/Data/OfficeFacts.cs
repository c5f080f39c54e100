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
        return await db.SettingsAsync(cancellationToken);
    }

    public async Task<WorkingCalendar> CalendarAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var days = await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        var years = await db.CalendarYears.AsNoTracking().Select(y => y.Year).ToListAsync(cancellationToken);
        return new WorkingCalendar(days.Select(d => new CalendarDay(d.Date, d.Kind)), years);
    }
}
