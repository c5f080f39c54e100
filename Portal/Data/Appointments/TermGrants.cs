using Microsoft.EntityFrameworkCore;
using Portal.Data.Documents;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Data.Appointments;

/// <summary>A term with what is issued in the same act (Article 6): its letter, and a card where the person has none.</summary>
public static class TermGrantsExtensions
{
    /// <summary>Series of letters of appointment and of cards (domain.md A7).</summary>
    public const string LetterSeries = DocumentForm.AppointmentLetters;
    public const string CardSeries = "ZZ";

    /// <summary>By which letters on paper whose number nobody knows are told apart.</summary>
    public const string PaperLetterSeries = "PB";

    /// <summary>Grants a term within the caller's unit of work.</summary>
    /// <param name="by">Who decided it, and issues its letter.</param>
    /// <exception cref="RuleViolationException">The dates cannot be a term (Articles 17, 19).</exception>
    public static async Task<Appointment> GrantAsync(
        this PortalDbContext db, PersonId person, SourceCategory group, RecruitmentChannel channel, DateOnly start, DateOnly? cohortEnd, PersonId by, OfficeSettings settings, DateOnly today,
        CancellationToken cancellationToken)
    {
        var others = await db.Appointments.Where(t => t.Person == person).ToListAsync(cancellationToken);
        var sequence = others.Count == 0 ? 1 : others.Max(t => t.Sequence) + 1;
        var term = Appointment.Grant(
            AppointmentId.New(), person, sequence, group, channel, start, settings.TermEnds, cohortEnd, others.Select(t => (t.TermStart, t.LastDay)), today);
        db.Appointments.Add(term);
        var letter = AppointmentLetter.Issue(AppointmentLetterId.New(), person, term.Id, await db.NextNumberAsync(LetterSeries, today.Year, cancellationToken), today);
        db.AppointmentLetters.Add(letter);
        await db.IssueLetterAsync(letter, term, by, cancellationToken);
        if (!await db.HasActiveCardAsync(person, cancellationToken))
        {
            db.Cards.Add(SupervisorCard.Issue(
                SupervisorCardId.New(), person, term.Id, await db.NextNumberAsync(CardSeries, today.Year, cancellationToken), inOffice: true, hasActive: false, today));
        }

        return term;
    }

    public static Task<bool> HasActiveCardAsync(this PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db.Cards.AnyAsync(c => c.Person == person && c.State == CardState.Active, cancellationToken);

    /// <summary>The term that the person holds on that day, whatever state is stored.</summary>
    public static Task<Appointment?> TermOfAsync(this PortalDbContext db, PersonId person, DateOnly day, CancellationToken cancellationToken) =>
        db.Appointments.InOffice(day).SingleOrDefaultAsync(t => t.Person == person, cancellationToken);

    /// <summary>Terms that are granted and have not begun.</summary>
    public static Task<List<Appointment>> TermsToComeAsync(this PortalDbContext db, PersonId person, DateOnly today, CancellationToken cancellationToken) =>
        db.Appointments.Where(t => t.Person == person && t.State == AppointmentState.Upcoming && t.TermStart > today).ToListAsync(cancellationToken);

    /// <summary>A renewal that has not begun goes with the term before it; its letter is asked back at once, and the document of it is void.</summary>
    /// <param name="because">Why, in the office's words.</param>
    /// <param name="by">Who decided what it falls away with.</param>
    public static async Task DropUpcomingAsync(this PortalDbContext db, PersonId person, string because, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var term in await db.TermsToComeAsync(person, today, cancellationToken))
        {
            term.FallAway(today);
            foreach (var letter in await db.AppointmentLetters.Where(l => l.Term == term.Id).ToListAsync(cancellationToken))
            {
                letter.AskBack();
                await db.VoidDocumentsAsync(DocumentKind.AppointmentLetter, letter.Id.Value, because, by, today, cancellationToken);
            }
        }
    }

    /// <summary>A term taken over from the register has a letter on paper that the portal did not issue: when the term ends it is put down, number unknown, so that it is asked back with the card (Article 18).</summary>
    public static async Task RecordLetterAsync(this PortalDbContext db, Appointment term, DateOnly today, CancellationToken cancellationToken)
    {
        if (!await db.AppointmentLetters.AnyAsync(l => l.Term == term.Id, cancellationToken))
        {
            var number = OfficialWords.Text(nameof(OfficialText.Letter_NumberUnknown), await db.NextNumberAsync(PaperLetterSeries, today.Year, cancellationToken));
            db.AppointmentLetters.Add(AppointmentLetter.FromRegister(AppointmentLetterId.New(), term.Person, term.Id, number, term.TermStart));
        }
    }
}
