using Microsoft.EntityFrameworkCore;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Data.Seeding;

/// <summary>What every office starts with: the statutory holidays that are known, the four groups, and the words of its documents. Put in once, then the office's own; words of documents that the office left alone follow the portal's.</summary>
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

        var worded = (await db.DocumentTemplates.AsNoTracking().ToListAsync(cancellationToken)).GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Edition)!);
        foreach (var own in Enum.GetValues<DocumentKind>().Select(OfficialWords.FirstTemplate))
        {
            if ((worded.TryGetValue(own.Kind, out var current) ? current.Renewed(own) : own) is { } next)
            {
                db.DocumentTemplates.Add(next);
            }
        }
    }

    private static string SeedText(SourceCategory category) => SeedingText.ResourceManager.GetString($"Focus_{category}", System.Globalization.CultureInfo.InvariantCulture)!;
}
