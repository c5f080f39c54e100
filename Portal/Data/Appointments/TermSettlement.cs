using Microsoft.EntityFrameworkCore;
using Portal.Data.Documents;
using Portal.Data.Letters;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;

namespace Portal.Data.Appointments;

/// <summary>Puts into the record what the dates have done: terms that ran out or began, and what goes with an office (Articles 17 and 18). Whoever calls it twice, or days late, finds nothing left to do.</summary>
public static class TermSettlementExtensions
{
    private static readonly AppointmentState[] s_running = [AppointmentState.Active, AppointmentState.Upcoming];
    private static readonly ParticipationState[] s_open = [ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.LeaveRequested];
    private static readonly LetterState[] s_usable = [LetterState.Draft, LetterState.Proposed, LetterState.Issued];

    /// <param name="db">Of a unit of work: it saves in between, since one person has one active term at every moment.</param>
    /// <param name="person">Whose office it is; everybody's when it is <c>null</c>.</param>
    /// <param name="because">Why letters of introduction are revoked, in the office's words.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task SettleTermsAsync(this PortalDbContext db, PersonId? person, string because, DateOnly today, CancellationToken cancellationToken)
    {
        // What the caller changed counts already.
        await db.SaveChangesAsync(cancellationToken);
        var ended = await db.RunOutAsync(person, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.BeginAsync(person, today, cancellationToken);
        await db.AskBackAsync(person, today, cancellationToken);
        await db.FreeFromActivitiesAsync(person, today, cancellationToken);
        await db.RevokeLettersAsync(person, because, today, cancellationToken);
        await db.RevokeLettersOfVoidCardsAsync(person, today, cancellationToken);
        await db.DropProposalsAsync(person, today, cancellationToken);
        foreach (var term in ended)
        {
            await db.IssueEndOfTermAsync(term, today, cancellationToken);
        }
    }

    /// <returns>Those that no renewal follows.</returns>
    private static async Task<IReadOnlyList<Appointment>> RunOutAsync(this PortalDbContext db, PersonId? person, DateOnly today, CancellationToken cancellationToken)
    {
        var over = await db.Appointments
            .Where(t => s_running.Contains(t.State) && t.TermEnd < today && (person == null || t.Person == person))
            .Select(t => new { Term = t, Renewed = db.Appointments.Any(next => next.Person == t.Person && next.Sequence == t.Sequence + 1 && s_running.Contains(next.State)) })
            .ToListAsync(cancellationToken);
        foreach (var ended in over)
        {
            ended.Term.RunOut(ended.Renewed, today);
            await db.RecordLetterAsync(ended.Term, today, cancellationToken);
        }

        return [.. over.Where(o => !o.Renewed).Select(o => o.Term)];
    }

    private static async Task BeginAsync(this PortalDbContext db, PersonId? person, DateOnly today, CancellationToken cancellationToken)
    {
        var begun = await db.Appointments
            .Where(t => t.State == AppointmentState.Upcoming && t.TermStart <= today && (person == null || t.Person == person))
            .ToListAsync(cancellationToken);
        begun.ForEach(t => t.Begin(today));
    }

    private static async Task AskBackAsync(this PortalDbContext db, PersonId? person, DateOnly today, CancellationToken cancellationToken)
    {
        var inOffice = db.Appointments.InOffice(today);
        var cards = await db.Cards
            .Where(c => c.State == CardState.Active && (person == null || c.Person == person)
                && db.Appointments.Any(t => t.Person == c.Person)
                && !inOffice.Any(t => t.Person == c.Person)
                && !db.Appointments.Any(t => t.Person == c.Person && t.State == AppointmentState.Upcoming))
            .ToListAsync(cancellationToken);
        cards.ForEach(c => c.AskBack());
        var letters = await db.AppointmentLetters
            .Where(l => l.State == CertificateState.Issued && (person == null || l.Person == person)
                && db.Appointments.Any(t => t.Id == l.Term && !s_running.Contains(t.State) && (t.EndedOn ?? t.TermEnd) < today))
            .ToListAsync(cancellationToken);
        letters.ForEach(l => l.AskBack());
    }

    private static async Task FreeFromActivitiesAsync(this PortalDbContext db, PersonId? person, DateOnly today, CancellationToken cancellationToken)
    {
        var freed = await (
            from part in db.Participations
            join activity in db.Activities on part.Activity equals activity.Id
            where s_open.Contains(part.State) && activity.Date >= today && (person == null || part.Person == person)
                && !db.Appointments.Any(t => t.Person == part.Person && t.TermStart <= activity.Date && t.TermEnd >= activity.Date && (t.EndedOn == null || t.EndedOn >= activity.Date))
            select part).ToListAsync(cancellationToken);
        freed.ForEach(p => p.FallAwayWithOffice());
    }

    // There is nothing to decide on the term of somebody out of office, and no renewal of one whose end is decided.
    private static async Task DropProposalsAsync(this PortalDbContext db, PersonId? person, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await db.TermProposals
            .Where(p => p.State == TermProposalState.Proposed
                && db.Appointments.Any(t => t.Id == p.Term && (person == null || t.Person == person) && (t.TermEnd < today || t.EndedOn < today || (t.EndedOn != null && p.Kind != TermProposalKind.Adjustment))))
            .ToListAsync(cancellationToken);
        open.ForEach(p => p.FallAway(today));
    }

    private static async Task RevokeLettersAsync(this PortalDbContext db, PersonId? person, string because, DateOnly today, CancellationToken cancellationToken)
    {
        // A letter for days to come counts too: whoever is out of office by then does not bear it.
        var letters = await db.IntroductionLetters
            .Where(l => s_usable.Contains(l.State) && l.ValidTo >= today
                && l.Bearers.Any(b => (person == null || b.Person == person)
                    && !db.Appointments.Any(t => t.Person == b.Person && t.TermEnd >= l.ValidFrom && (t.EndedOn == null || t.EndedOn >= l.ValidFrom)
                        && t.TermEnd >= today && (t.EndedOn == null || t.EndedOn >= today) && (t.TermStart <= l.ValidFrom || t.TermStart <= today))))
            .ToListAsync(cancellationToken);
        foreach (var letter in letters)
        {
            letter.Revoke(because, today);
            await db.VoidDocumentsAsync(DocumentKind.IntroductionLetter, letter.Id.Value, because, by: null, today, cancellationToken);
        }
    }
}
