using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Dismissals;

internal static class DismissalQueries
{
    private static readonly CardState[] s_cardsOut = [CardState.Active, CardState.ReturnPending];
    private static readonly CertificateState[] s_lettersOut = [CertificateState.Issued, CertificateState.ReturnPending];

    /// <summary>What is still under way first, then the latest.</summary>
    public static IQueryable<DismissalRow> DismissalRows(this PortalDbContext db, Expression<Func<DismissalCase, bool>> wanted) =>
        from dismissal in db.Dismissals.AsNoTracking().Where(wanted)
        join person in db.People on dismissal.Person equals person.Id
        orderby dismissal.State == DismissalState.Closed || dismissal.State == DismissalState.Dropped, dismissal.DraftedOn descending, dismissal.Number descending
        select new DismissalRow(dismissal.Id, dismissal.Number, dismissal.Person, person.FullName, dismissal.Ground, dismissal.State, dismissal.DraftedOn, dismissal.EffectiveOn);

    public static async Task<DismissalFile?> DismissalFileAsync(
        this PortalDbContext db, DismissalCaseId id, Actor reader, OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from dismissal in db.Dismissals.AsNoTracking()
            join person in db.People on dismissal.Person equals person.Id
            join term in db.Appointments.AsNoTracking() on dismissal.Term equals term.Id
            where dismissal.Id == id
            select new { Case = dismissal, person.FullName, Term = term }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        PersonId?[] named = [found.Case.DraftedBy, found.Case.ProposedBy, found.Case.ApprovedBy];
        var names = await db.NamesAsync(named.OfType<PersonId>(), cancellationToken);
        var outstanding = await db.OutstandingAsync(found.Case, cancellationToken);
        return new DismissalFile(
            found.Case, found.FullName, found.Term.Group, found.Term.TermStart, found.Term.TermEnd,
            names[found.Case.DraftedBy], NameOf(found.Case.ProposedBy), NameOf(found.Case.ApprovedBy), outstanding,
            Roles.Grant(reader.Role, Permissions.HandleDismissal), Roles.Grant(reader.Role, Permissions.ApproveTerms),
            found.Case.WhyNotPropose(today), found.Case.WhyNotDecide(reader.Person, settings.ApproveDismissals), found.Case.WhyNotClose(outstanding));

        string? NameOf(PersonId? person) => person is { } known ? names[known] : null;
    }

    /// <summary>The term in office: of a case that went on into the next term, that one. Out of office it is the one that the case was begun in.</summary>
    public static async Task<Appointment> TermInQuestionAsync(this PortalDbContext db, DismissalCase dismissal, DateOnly today, CancellationToken cancellationToken) =>
        await db.TermOfAsync(dismissal.Person, today, cancellationToken) ?? await db.Appointments.SingleAsync(t => t.Id == dismissal.Term, cancellationToken);

    /// <summary>Cards and letters of appointment that are neither returned nor void; what somebody appointed anew holds since then is not asked back by an old case.</summary>
    public static async Task<int> OutstandingAsync(this PortalDbContext db, DismissalCase dismissal, CancellationToken cancellationToken)
    {
        var (person, ended) = (dismissal.Person, dismissal.EffectiveOn ?? DateOnly.MaxValue);
        // A term that fell away never began; what was handed out for it goes back with the others.
        var terms = db.Appointments.Where(t => t.Person == person && (t.TermStart < ended || t.EndedOn < t.TermStart));
        return await db.Cards.CountAsync(c => c.Person == person && s_cardsOut.Contains(c.State) && (c.Term == null || terms.Any(t => t.Id == c.Term)), cancellationToken)
            + await db.AppointmentLetters.CountAsync(l => l.Person == person && s_lettersOut.Contains(l.State) && terms.Any(t => t.Id == l.Term), cancellationToken);
    }

    /// <summary>The case as the reader saw it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was changed meanwhile, or is not there.</exception>
    public static Task<DismissalCase> TakeUpAsync(this PortalDbContext db, DismissalCaseId id, int version, CancellationToken cancellationToken) =>
        db.Dismissals.Where(d => d.Id == id).AsShownAsync(d => d.Version, version, cancellationToken);
}
