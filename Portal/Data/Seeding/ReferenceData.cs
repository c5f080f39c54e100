using Microsoft.EntityFrameworkCore;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Data.Seeding;

/// <summary>What every office starts with: the statutory holidays that are known, the four groups, and the words of its documents. Put in once, then the office's own.</summary>
internal static class ReferenceData
{
    public static async Task EnsureAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        const int year = 2026;
        if (!await db.CalendarYears.AnyAsync(y => y.Year == year, cancellationToken))
        {
            db.CalendarYears.Add(new CalendarYearRow { Year = year });
            db.CalendarDays.AddRange(StatutoryHolidays.Of2026.Select(d => new CalendarDayRow { Date = d.Date, Kind = d.Kind }));
        }

        var known = await db.Groups.Select(g => g.Category).ToListAsync(cancellationToken);
        db.Groups.AddRange(Enum.GetValues<SourceCategory>().Except(known).Select(category => SupervisionGroup.Of(category, SeedText(category))));

        var worded = await db.DocumentTemplates.Select(t => t.Kind).Distinct().ToListAsync(cancellationToken);
        db.DocumentTemplates.AddRange(Enum.GetValues<DocumentKind>().Except(worded).Select(OfficialWords.FirstTemplate));
    }

    private static string SeedText(SourceCategory category) => SeedingText.ResourceManager.GetString($"Focus_{category}", System.Globalization.CultureInfo.InvariantCulture)!;
}
