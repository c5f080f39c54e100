using Microsoft.EntityFrameworkCore;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Data.Documents;

/// <summary>The documents of a term: its letter, and what is sent when it ends (Articles 6, 17 and 18).</summary>
public static class TermDocumentsExtensions
{
    private static readonly CardState[] s_cardsOut = [CardState.Active, CardState.ReturnPending];
    private static readonly CertificateState[] s_lettersOut = [CertificateState.Issued, CertificateState.ReturnPending];

    /// <summary>The letter of appointment as it is handed over, under the number that the certificate has.</summary>
    public static async Task IssueLetterAsync(this PortalDbContext db, AppointmentLetter letter, Appointment term, PersonId by, CancellationToken cancellationToken)
    {
        var name = await db.NameAsync(term.Person, cancellationToken);
        await db.IssueAsync(
            new DocumentOrder(DocumentKind.AppointmentLetter, name) { Person = term.Person, About = letter.Id.Value },
            new Dictionary<DocumentField, string>
            {
                [DocumentField.Name] = name,
                [DocumentField.Group] = OfficialWords.Of(term.Group),
                // Whoever joins a cohort leaves with it: the letter promises nobody three years that they do not have (Article 17).
                [DocumentField.Length] = OfficialWords.Text(term.TermEnd.AddDays(1) >= term.TermStart.AddYears(RegulationFigures.TermYears) ? nameof(OfficialText.Term_Whole) : nameof(OfficialText.Term_Cohort)),
                [DocumentField.TermStart] = OfficialWords.Day(term.TermStart),
                [DocumentField.TermEnd] = OfficialWords.Day(term.TermEnd),
            },
            by, letter.IssuedOn, DocumentNumber.Parse(letter.Number), cancellationToken);
    }

    /// <summary>The term ran out by itself: nobody decided it.</summary>
    public static async Task IssueEndOfTermAsync(this PortalDbContext db, Appointment term, DateOnly today, CancellationToken cancellationToken)
    {
        var name = await db.NameAsync(term.Person, cancellationToken);
        await db.IssueAsync(
            new DocumentOrder(DocumentKind.EndOfTermNotice, name) { Person = term.Person, About = term.Id.Value },
            new Dictionary<DocumentField, string> { [DocumentField.Name] = name, [DocumentField.TermEnd] = OfficialWords.Day(term.TermEnd) },
            by: null, today, cancellationToken: cancellationToken);
        await db.IssueChecklistAsync(term, name, by: null, today, cancellationToken);
    }

    /// <param name="case">As decided.</param>
    public static async Task IssueDismissalAsync(this PortalDbContext db, DismissalCase @case, Appointment term, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        var name = await db.NameAsync(term.Person, cancellationToken);
        await db.IssueAsync(
            new DocumentOrder(DocumentKind.DismissalNotice, name) { Person = term.Person, About = @case.Id.Value },
            new Dictionary<DocumentField, string>
            {
                [DocumentField.Name] = name,
                [DocumentField.Ground] = OfficialWords.Item((int)@case.Ground),
                [DocumentField.EffectiveOn] = OfficialWords.Day(@case.EffectiveOn!.Value),
            },
            by, today, cancellationToken: cancellationToken);
        await db.IssueChecklistAsync(term, name, by, today, cancellationToken);
    }

    /// <param name="term">Ended in mid-term, with the last day in office.</param>
    public static async Task IssueAdjustmentAsync(this PortalDbContext db, Appointment term, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        var name = await db.NameAsync(term.Person, cancellationToken);
        await db.IssueAsync(
            new DocumentOrder(DocumentKind.MidTermAdjustment, name) { Person = term.Person, About = term.Id.Value },
            new Dictionary<DocumentField, string> { [DocumentField.Name] = name, [DocumentField.EffectiveOn] = OfficialWords.Day(term.LastDay.AddDays(1)) },
            by, today, cancellationToken: cancellationToken);
        await db.IssueChecklistAsync(term, name, by, today, cancellationToken);
    }

    /// <summary>What was sent of a later end of this term is void with the decision that ends it sooner.</summary>
    public static async Task VoidEarlierEndAsync(
        this PortalDbContext db, Appointment term, DismissalCaseId sooner, string reason, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        var cases = await db.Dismissals.Where(d => d.Term == term.Id && d.Id != sooner).Select(d => d.Id).ToListAsync(cancellationToken);
        foreach (var (kind, about) in cases.Select(c => (DocumentKind.DismissalNotice, c.Value)).Append((DocumentKind.MidTermAdjustment, term.Id.Value)).Append((DocumentKind.ReturnChecklist, term.Id.Value)))
        {
            await db.VoidDocumentsAsync(kind, about, reason, by, today, cancellationToken);
        }
    }

    private static async Task IssueChecklistAsync(this PortalDbContext db, Appointment term, string name, PersonId? by, DateOnly today, CancellationToken cancellationToken)
    {
        var letters = await db.AppointmentLetters.AsNoTracking().Where(l => l.Person == term.Person && s_lettersOut.Contains(l.State)).OrderBy(l => l.Number).Select(l => l.Number).ToListAsync(cancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(c => c.Person == term.Person && s_cardsOut.Contains(c.State)).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(cancellationToken);
        var certificates = letters.Select(l => OfficialWords.Text(nameof(OfficialText.Certificate_Letter), l)).Concat(cards.Select(c => OfficialWords.Text(nameof(OfficialText.Certificate_Card), c)));
        await db.IssueAsync(
            new DocumentOrder(DocumentKind.ReturnChecklist, name) { Person = term.Person, About = term.Id.Value },
            new Dictionary<DocumentField, string> { [DocumentField.Name] = name, [DocumentField.Certificates] = OfficialWords.Lines(certificates) },
            by, today, cancellationToken: cancellationToken);
    }

    // Somebody appointed in this very act is not in the database yet.
    private static async Task<string> NameAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        (await db.People.FindAsync([person], cancellationToken))!.FullName;
}
