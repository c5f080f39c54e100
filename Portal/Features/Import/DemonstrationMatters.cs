using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Retention;
using Portal.Domain.Rules;

namespace Portal.Features.Import;

/// <summary>What is under way with those in office in the demonstration office: a letter of introduction that is out, a long leave, somebody being heard before a dismissal, and a matter that is held.</summary>
internal static class DemonstrationMatters
{
    private const string Matter = "查阅待遇发放和稽核台账（演示）";
    private const string Leave = "赴外地照顾老人（演示）";
    private const string Facts = "因工作调动长期驻外地，不能参加监督活动，本人所在单位已来函说明（演示）";
    private const string Hold = "上级审计调阅（演示）";

    public static async Task AddAsync(PortalDbContext db, PersonId clerk, TimeProvider clock)
    {
        var (today, settings) = (clock.Today(), new OfficeSettings());
        // Those who came first have the most to look at; what is under way is the others'.
        var terms = db.Appointments.Local.Where(t => t.IsInOffice(today) && !db.Recusals.Local.Any(r => r.Person == t.Person))
            .OrderByDescending(t => t.TermStart).ThenByDescending(t => db.People.Local.First(p => p.Id == t.Person).FullName, StringComparer.Ordinal).ToList();
        var (bearer, away, heard) = (terms[0], terms[1], terms[terms.Count / 2]);

        var card = db.Cards.Local.First(c => c.Person == bearer.Person && c.State == CardState.Active);
        var bearers = new[] { new BearerFacts(bearer.Person, InOffice: true, Recused: false, card.Number) };
        var letter = IntroductionLetter.Prepare(
            IntroductionLetterId.New(), bearers, db.Agencies.Local.OrderBy(a => a.Code, StringComparer.Ordinal).First().Id, activity: null, activityAgencies: null,
            Matter, today, today.AddDays(settings.LetterMaxValidDays - 1), sensitive: false, settings.LetterMaxValidDays, clerk, today);
        letter.Issue(await db.NextNumberAsync(DocumentForm.IntroductionLetters, today.Year, CancellationToken.None), bearers, today);
        db.IntroductionLetters.Add(letter);
        await db.IssueIntroductionAsync(letter, clerk, today, CancellationToken.None);

        db.Leaves.Add(LeavePeriod.Grant(LeavePeriodId.New(), away.Person, today.AddDays(-21), today.AddDays(40), Leave, inOffice: true, [], clerk, today.AddDays(-21)));

        var dismissal = DismissalCase.Draft(
            DismissalCaseId.New(), await db.NextNumberAsync("JP", today.Year, CancellationToken.None), heard, DismissalGround.WorkOrHealth, new DismissalEvidence(Facts), anotherOpen: false, clerk, today.AddDays(-2));
        dismissal.Notify(settings.HearingWorkdays, await db.CalendarAsync(CancellationToken.None), today.AddDays(-2));
        db.Dismissals.Add(dismissal);

        db.LegalHolds.Add(LegalHold.On(db.Findings.Local.OrderBy(f => f.Number, StringComparer.Ordinal).First().Id, Hold, alreadyHeld: false, clerk, clock.GetUtcNow()));
    }
}
