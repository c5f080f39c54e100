using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Terms;

internal static class TermQueries
{
    private static readonly ParticipationState[] s_attended = [ParticipationState.Attended, ParticipationState.AttendedPartly];
    private static readonly ParticipationState[] s_counted = [ParticipationState.Invited, ParticipationState.Accepted, ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Absent];

    /// <summary>Terms that end within so many days, the soonest first.</summary>
    /// <param name="knowsDismissals">Whether the reader may know who is being dismissed; to others a draft is nothing that stands in the way.</param>
    public static async Task<IReadOnlyList<EndingTerm>> EndingAsync(this PortalDbContext db, int withinDays, OfficeSettings settings, bool knowsDismissals, DateOnly today, CancellationToken cancellationToken)
    {
        var last = today.AddDays(withinDays);
        var open = DismissalCase.OpenStates;
        var terms = await (
            from term in db.Appointments.AsNoTracking()
            join person in db.People on term.Person equals person.Id
            where term.TermStart <= today && term.TermEnd >= today && term.EndedOn == null && term.TermEnd <= last
            orderby term.TermEnd, person.FullName
            select new
            {
                Term = term,
                person.FullName,
                person.BirthDate,
                IsDismissed = knowsDismissals && db.Dismissals.Any(d => d.Person == person.Id && open.Contains(d.State)),
            }).ToListAsync(cancellationToken);
        var records = await db.RecordsAsync([.. terms.Select(t => t.Term.Id)], today, cancellationToken);
        var ids = terms.Select(t => (AppointmentId?)t.Term.Id).ToList();
        var proposals = (await db.TermProposals.AsNoTracking().Where(p => ids.Contains(p.Term)).ToListAsync(cancellationToken))
            .Where(p => p.Kind is TermProposalKind.Renewal or TermProposalKind.NoRenewal && p.State != TermProposalState.Withdrawn)
            .GroupBy(p => p.Term!.Value)
            .ToDictionary(p => p.Key, p => p.MaxBy(x => (x.State == TermProposalState.Proposed, x.ProposedOn, x.Id.Value))!);
        return
        [
            .. terms.Select(t => new EndingTerm(
                t.Term.Id, t.Term.Version, t.Term.Person, t.FullName, t.Term.Group, t.Term.Sequence, t.Term.TermStart, t.Term.TermEnd,
                t.Term.TermEnd.DayNumber - today.DayNumber, records[t.Term.Id],
                proposals.TryGetValue(t.Term.Id, out var p) ? new ProposedTerm(p.Id, p.Version, p.Kind, p.State, p.Reason, p.DecisionReason) : null,
                t.IsDismissed ? AppointmentRules.CaseOpen() : t.Term.WhyNotRenew(today, t.BirthDate, settings.AgeCount, settings.TermReminderDays, recordClear: true))),
        ];
    }

    /// <summary>What was done in some terms, up to a day.</summary>
    public static Task<Dictionary<AppointmentId, TermRecord>> RecordsAsync(this PortalDbContext db, IReadOnlyCollection<AppointmentId> terms, DateOnly today, CancellationToken cancellationToken) => (
        from term in db.Appointments.AsNoTracking()
        where terms.Contains(term.Id)
        select new
        {
            term.Id,
            Invited = (from part in db.Participations
                       join activity in db.Activities on part.Activity equals activity.Id
                       where part.Person == term.Person && s_counted.Contains(part.State) && activity.Date >= term.TermStart && activity.Date <= today
                       select part).Count(),
            Attended = (from part in db.Participations
                        join activity in db.Activities on part.Activity equals activity.Id
                        where part.Person == term.Person && s_attended.Contains(part.State) && activity.Date >= term.TermStart && activity.Date <= today
                        select part).Count(),
            Findings = db.Findings.Count(f => f.Author == term.Person && f.State != FindingState.NotAccepted && f.SubmittedOn >= term.TermStart),
        }).ToDictionaryAsync(r => r.Id, r => new TermRecord(r.Invited, r.Attended, r.Findings), cancellationToken);
}
