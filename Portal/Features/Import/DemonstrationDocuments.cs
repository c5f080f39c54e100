using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Import;

/// <summary>What the demonstration office has issued: a letter for each term that runs, and what was sent to those whose term ended.</summary>
internal static class DemonstrationDocuments
{
    public const string CodeWord = "株人社监（演示）";

    public static async Task AddAsync(PortalDbContext db, PersonId leader, DateTimeOffset now)
    {
        db.Settings.Add(new SettingRow { Key = nameof(OfficeSettings.OrgDocCode), Value = CodeWord, ChangedAt = now });
        // Certificates and settings are asked of the database.
        await db.SaveChangesAsync();
        var terms = db.Appointments.Local.OrderBy(t => t.TermStart).ThenBy(t => t.Id.Value).ToList();
        foreach (var term in terms.Where(t => t.State == AppointmentState.Active))
        {
            var number = await db.NextNumberAsync(TermGrantsExtensions.LetterSeries, term.TermStart.Year, CancellationToken.None);
            var letter = AppointmentLetter.Issue(AppointmentLetterId.New(), term.Person, term.Id, number, term.TermStart);
            db.AppointmentLetters.Add(letter);
            await db.IssueLetterAsync(letter, term, leader, CancellationToken.None);
        }

        foreach (var term in terms.Where(t => t.State == AppointmentState.AutoEnded))
        {
            await db.IssueEndOfTermAsync(term, term.TermEnd.AddDays(1), CancellationToken.None);
        }

        // Decided before the portal, so that there is no case behind them.
        foreach (var term in terms.Where(t => t is { State: AppointmentState.Dismissed, Ground: not null, EndedOn: not null }).OrderBy(t => t.LastDay))
        {
            var name = (await db.People.FindAsync(term.Person))!.FullName;
            await db.IssueAsync(
                new DocumentOrder(DocumentKind.DismissalNotice, name) { Person = term.Person },
                new Dictionary<DocumentField, string>
                {
                    [DocumentField.Name] = name,
                    [DocumentField.Ground] = OfficialWords.Item((int)term.Ground!.Value),
                    [DocumentField.EffectiveOn] = OfficialWords.Day(term.LastDay.AddDays(1)),
                },
                leader, term.LastDay);
        }
    }
}
