using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Data.Evaluations;

/// <summary>The rows behind a year, read with one query for each kind of row, however many people there are. Only the columns that count are read.</summary>
/// <param name="first">1 January.</param>
/// <param name="last">31 December, or today in the running year.</param>
internal sealed class YearRows(PortalDbContext db, DateOnly first, DateOnly last)
{
    private readonly DateOnly _yearEnd = new(first.Year, 12, 31);

    /// <summary>Terms that touch the year of whoever's have begun, in the order in which they begin: with a renewal that is granted already, since the running year is counted to its end.</summary>
    public Task<List<TermRow>> TermsAsync(CancellationToken cancellationToken) => (
        from term in db.Appointments.AsNoTracking()
        join person in db.People on term.Person equals person.Id
        where term.TermStart <= _yearEnd && term.TermEnd >= first && (term.EndedOn == null || (term.EndedOn >= first && term.EndedOn >= term.TermStart))
            && (term.TermStart <= last || db.Appointments.Any(begun =>
                begun.Person == term.Person && begun.TermStart <= last && begun.TermEnd >= first && (begun.EndedOn == null || begun.EndedOn >= first)))
        orderby term.TermStart
        select new TermRow(term.Person, person.FullName, term.Group, term.TermStart, term.EndedOn ?? term.TermEnd))
        .ToListAsync(cancellationToken);

    public Task<List<CardRow>> CardsAsync(CancellationToken cancellationToken) => db.Cards.AsNoTracking()
        .Select(card => new CardRow(card.Person, card.Number, card.State))
        .ToListAsync(cancellationToken);

    public Task<List<ActivityRow>> ActivitiesAsync(CancellationToken cancellationToken) => Activities()
        .OrderBy(activity => activity.Date).ThenBy(activity => activity.Number)
        .Select(activity => new ActivityRow(activity.Id, activity.Number, activity.Kind, activity.Date, activity.Mandatory, activity.Weight))
        .ToListAsync(cancellationToken);

    public Task<List<ParticipationRow>> ParticipationsAsync(CancellationToken cancellationToken) => (
        from activity in Activities()
        join participation in db.Participations on activity.Id equals participation.Activity
        select new ParticipationRow(participation.Activity, participation.Person, participation.State))
        .ToListAsync(cancellationToken);

    public Task<List<FindingRow>> FindingsAsync(CancellationToken cancellationToken) => Graded()
        .OrderBy(finding => finding.Number)
        .Select(finding => new FindingRow(finding.Id, finding.Number, finding.Author, finding.Grade!.Value, finding.CoAuthors.Select(c => c.Person).ToList()))
        .ToListAsync(cancellationToken);

    /// <summary>Findings that repeated one of the year's: their authors were made co-authors there, to hear the result (domain.md A10-7).</summary>
    public Task<List<MergedRow>> MergedAsync(CancellationToken cancellationToken) => (
        from merged in db.Findings.AsNoTracking()
        join finding in Graded() on merged.MergedInto equals finding.Id
        where merged.State == FindingState.Merged
        select new MergedRow(finding.Id, merged.Author, merged.CoAuthors.Select(c => c.Person).ToList()))
        .ToListAsync(cancellationToken);

    private IQueryable<Activity> Activities() => db.Activities.AsNoTracking()
        .Where(a => a.Date >= first && a.Date <= last && a.State != ActivityState.Draft && a.State != ActivityState.Cancelled);

    /// <summary>The year of closing is what counts, whenever it was filed; a grade that came with the register before closing counts from the feedback.</summary>
    private IQueryable<Finding> Graded() => db.Findings.AsNoTracking()
        .Where(f => f.Grade != null)
        .Where(f => (f.ClosedOn >= first && f.ClosedOn <= last) || (f.State == FindingState.FedBack && f.FedBackOn >= first && f.FedBackOn <= last));
}

internal sealed record TermRow(PersonId Person, string Name, SourceCategory Group, DateOnly Start, DateOnly LastDay);

internal sealed record CardRow(PersonId Person, string Number, CardState State);

internal sealed record ActivityRow(ActivityId Id, string Number, ActivityKind Kind, DateOnly Date, bool Mandatory, int Weight);

internal readonly record struct ParticipationRow(ActivityId Activity, PersonId Person, ParticipationState State);

internal sealed record FindingRow(FindingId Id, string Number, PersonId Author, FindingGrade Grade, IReadOnlyList<PersonId> CoAuthors);

internal sealed record MergedRow(FindingId Into, PersonId Author, IReadOnlyList<PersonId> CoAuthors);
