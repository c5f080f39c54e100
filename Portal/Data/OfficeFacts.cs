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
        return await db.CalendarAsync(cancellationToken);
    }
}
