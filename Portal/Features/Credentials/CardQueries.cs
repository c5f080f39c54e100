using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;

namespace Portal.Features.Credentials;

internal static class CardQueries
{
    public static IQueryable<CardLine> CardLines(this PortalDbContext db, Expression<Func<SupervisorCard, bool>> wanted) =>
        from card in db.Cards.AsNoTracking().Where(wanted)
        join person in db.People on card.Person equals person.Id
        orderby card.Number descending
        select new CardLine(
            card.Id, card.Version, card.Person, person.FullName, card.Number, card.State, card.IssuedOn, card.LostOn, card.ReportedOn, card.ClosedOn, card.Reason);

    public static IQueryable<LetterLine> LetterLines(this PortalDbContext db, Expression<Func<AppointmentLetter, bool>> wanted) =>
        from letter in db.AppointmentLetters.AsNoTracking().Where(wanted)
        join person in db.People on letter.Person equals person.Id
        orderby letter.Number descending
        select new LetterLine(letter.Id, letter.Version, letter.Person, person.FullName, letter.Number, letter.State, letter.IssuedOn, letter.ClosedOn, letter.VoidReason);

    public static async Task<IReadOnlyList<CardHolder>> WithoutCardAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken) => await (
        from term in db.Appointments.AsNoTracking().InOffice(today)
        join person in db.People on term.Person equals person.Id
        where !db.Cards.Any(c => c.Person == person.Id && c.State == CardState.Active)
        orderby person.FullName
        select new CardHolder(person.Id, person.FullName, term.Group)).ToListAsync(cancellationToken);

    public static async Task<Certificates> CertificatesOfAsync(this PortalDbContext db, PersonId person, DateOnly today, CancellationToken cancellationToken) => new(
        await db.CardLines(c => c.Person == person).ToListAsync(cancellationToken),
        await db.LetterLines(l => l.Person == person).ToListAsync(cancellationToken),
        [.. (await db.WithoutCardAsync(today, cancellationToken)).Where(h => h.Person == person)]);

    /// <summary>The card as the reader saw it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was changed meanwhile, or is not there.</exception>
    public static Task<SupervisorCard> TakeUpAsync(this PortalDbContext db, SupervisorCardId id, int version, CancellationToken cancellationToken) =>
        db.Cards.Where(c => c.Id == id).AsShownAsync(c => c.Version, version, cancellationToken);

    /// <inheritdoc cref="TakeUpAsync(PortalDbContext, SupervisorCardId, int, CancellationToken)"/>
    public static Task<AppointmentLetter> TakeUpAsync(this PortalDbContext db, AppointmentLetterId id, int version, CancellationToken cancellationToken) =>
        db.AppointmentLetters.Where(l => l.Id == id).AsShownAsync(l => l.Version, version, cancellationToken);
}
