using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Domain.Activities;
using Portal.Domain.Alerts;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Dashboards.Corps;

/// <summary>Somebody in office, as far as the corps is counted.</summary>
/// <param name="Renewed">Whether the next term is granted already.</param>
internal sealed record Member(PersonId Person, string Name, SourceCategory Group, DateOnly LastDay, DateOnly? Born, District? District, Sex? Sex, bool Renewed);

/// <summary>What the corps is counted from, and what of it is announced.</summary>
internal static class CorpsQueries
{
    private static readonly AppointmentState[] s_running = [AppointmentState.Active, AppointmentState.Upcoming];

    public static async Task<IReadOnlyList<Member>> MembersAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken) => await (
        from term in db.Appointments.AsNoTracking().InOffice(today)
        join person in db.People on term.Person equals person.Id
        select new Member(
            person.Id, person.FullName, term.Group, term.EndedOn ?? term.TermEnd, person.BirthDate, person.District, person.Sex,
            db.Appointments.Any(next => next.Person == term.Person && next.TermStart > today && s_running.Contains(next.State)))).ToListAsync(cancellationToken);

    /// <summary>What leadership has to decide besides findings.</summary>
    public static async Task<int> ProposedAsync(this PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Notices.CountAsync(n => n.State == NoticeState.Proposed, cancellationToken)
        + await db.Objections.CountAsync(o => o.State == ObjectionState.UpholdProposed, cancellationToken)
        + await db.TermProposals.CountAsync(p => p.State == TermProposalState.Proposed, cancellationToken)
        + await db.Dismissals.CountAsync(d => d.State == DismissalState.Proposed, cancellationToken)
        + await db.IntroductionLetters.CountAsync(l => l.State == LetterState.Proposed, cancellationToken);

    public static Composition Composition(this IEnumerable<Member> members, OfficeSettings settings, DateOnly today) => Domain.People.Composition.Of(
        [.. members.Select(m => new CompositionMember(m.Group, m.Born is { } born ? AgeInYears.On(today, born, settings.AgeCount) : null, m.District, m.Sex))]);

    public static IEnumerable<AlertRow> Alerts(this IEnumerable<Member> members, OfficeSettings settings, DateOnly today)
    {
        foreach (var member in members)
        {
            if (!member.Renewed && OfficeAlerts.TermEnding(member.LastDay, settings, today) is { } mark)
            {
                yield return new AlertRow(AlertKind.TermEnding, member.Person.Value, member.Name, mark, member.LastDay);
            }

            if (member.Born is { } born && OfficeAlerts.AgeAboveLimit(born, settings, today))
            {
                yield return new AlertRow(AlertKind.AgeAboveLimit, member.Person.Value, member.Name, null, null);
            }
        }
    }

    /// <summary>Who was never invited is the department's matter, and not announced as silent too.</summary>
    public static IEnumerable<AlertRow> Alerts(this IEnumerable<Engagement> engaged, OfficeSettings settings, DateOnly today)
    {
        foreach (var one in engaged)
        {
            if (OfficeAlerts.NeverInvited(one.Since, one.Invitations, today))
            {
                yield return new AlertRow(AlertKind.NeverInvited, one.Person.Value, one.Name, null, one.Clock.LastEngagedOn);
            }
            else if (OfficeAlerts.Inactive(one.Clock, settings, today) is { } mark)
            {
                yield return new AlertRow(AlertKind.Inactive, one.Person.Value, one.Name, mark, one.Clock.LimitDay);
            }
        }
    }

    public static IEnumerable<AlertRow> Alerts(this Composition composition) =>
        composition.EmptyGroups.Select(group => new AlertRow(AlertKind.GroupEmpty, Guid.Empty, "", null, null, group));

    public static async Task<IEnumerable<AlertRow>> NoticeAlertsAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        from notice in await db.Notices.AsNoTracking()
            .Where(n => n.State == NoticeState.Published && n.LastDay <= today)
            .Select(n => new { n.Id, n.Title, n.LastDay })
            .ToListAsync(cancellationToken)
        let kind = OfficeAlerts.Notice(notice.LastDay!.Value, today)
        where kind is not null
        select new AlertRow(kind.Value, notice.Id.Value, notice.Title, null, notice.LastDay);

    public static async Task<IEnumerable<AlertRow>> ObjectionAlertsAsync(
        this PortalDbContext db, OfficeSettings settings, WorkingCalendar calendar, TimeProvider clock, DateOnly today, CancellationToken cancellationToken) =>
        from objection in await db.Objections.AsNoTracking()
            .Where(o => Objection.OpenStates.Contains(o.State))
            .Select(o => new { o.Id, o.Receipt, o.LodgedAt })
            .ToListAsync(cancellationToken)
        let lodged = clock.DayOf(objection.LodgedAt)
        let waited = OfficeAlerts.ObjectionOpen(lodged, settings, calendar, today)
        where waited is not null
        select new AlertRow(AlertKind.ObjectionOpen, objection.Id.Value, objection.Receipt, waited, lodged);

    /// <summary>One row a person, however many of the certificates are out.</summary>
    public static async Task<IEnumerable<AlertRow>> CertificateAlertsAsync(this PortalDbContext db, OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        var inOffice = db.Appointments.InOffice(today);
        // The letter of a term that was renewed is kept or given back; nobody in office is late with it.
        var outstanding = await (
            from person in db.People.AsNoTracking()
            where db.Cards.Any(c => c.Person == person.Id && c.State == CardState.ReturnPending)
                || (db.AppointmentLetters.Any(l => l.Person == person.Id && l.State == CertificateState.ReturnPending) && !inOffice.Any(t => t.Person == person.Id))
            select new
            {
                person.Id,
                person.FullName,
                LastDay = db.Appointments.Where(t => t.Person == person.Id && (t.EndedOn ?? t.TermEnd) < today).Max(t => (DateOnly?)(t.EndedOn ?? t.TermEnd)),
            }).ToListAsync(cancellationToken);
        var lost = await (
            from card in db.Cards.AsNoTracking()
            join person in db.People on card.Person equals person.Id
            where card.State == CardState.Lost && card.ReportedOn != null && inOffice.Any(t => t.Person == card.Person)
                && !db.Cards.Any(other => other.Person == card.Person && other.State == CardState.Active)
            select new { person.Id, person.FullName, card.ReportedOn }).ToListAsync(cancellationToken);
        return
        [
            .. from late in outstanding
               where late.LastDay is not null
               let days = OfficeAlerts.CertificateOutstanding(late.LastDay!.Value, settings, today)
               where days is not null
               select new AlertRow(AlertKind.CertificateOutstanding, late.Id.Value, late.FullName, days, late.LastDay),
            .. from card in lost
               group card.ReportedOn!.Value by (card.Id, card.FullName) into cards
               let days = OfficeAlerts.CardNotReissued(cards.Max(), settings, today)
               where days is not null
               select new AlertRow(AlertKind.CardNotReissued, cards.Key.Id.Value, cards.Key.FullName, days, cards.Max()),
        ];
    }

    public static async Task<IEnumerable<AlertRow>> LetterAlertsAsync(this PortalDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        from letter in await (
            from letter in db.IntroductionLetters.AsNoTracking()
            where (letter.State == LetterState.Issued || letter.State == LetterState.Used) && letter.ValidTo < today
            let underWay = db.Activities.Any(a => a.Id == letter.Activity && (a.State == ActivityState.Published || a.State == ActivityState.InProgress))
            where letter.State == LetterState.Issued || underWay
            select new { letter.Id, letter.Serial, letter.ValidTo, letter.State, UnderWay = underWay }).ToListAsync(cancellationToken)
        let days = OfficeAlerts.LetterExpired(letter.ValidTo, letter.State == LetterState.Issued, letter.UnderWay, today)
        where days is not null
        select new AlertRow(AlertKind.LetterExpired, letter.Id.Value, letter.Serial ?? "", days, letter.ValidTo);
}
