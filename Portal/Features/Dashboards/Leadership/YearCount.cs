using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Counts adjoining years as one reader may see them: five queries, however many years and rows.</summary>
internal sealed class YearCount(PortalDbContext db, RecusedFrom recused, DateOnly today)
{
    private const int Months = 12;
    private const int Quarters = 4;

    public async Task<IReadOnlyList<YearFigures>> TakeAsync(int first, int last, CancellationToken cancellationToken)
    {
        var start = new DateOnly(first, 1, 1);
        var end = new DateOnly(last, 12, 31);
        var received = (await ReceivedAsync(start, end, cancellationToken)).ToLookup(row => row.Year);
        var due = (await DueAsync(start, end, cancellationToken)).ToLookup(row => row.Deadline.Year);
        var answered = (await AnsweredAsync(start, end, cancellationToken)).ToLookup(row => row.FedBackOn.Year);
        var invitations = (await InvitationsAsync(start, end, cancellationToken)).ToLookup(row => row.Year);
        var terms = (await TermsAsync(cancellationToken)).ToLookup(term => term.Person);
        return [.. Enumerable.Range(first, last - first + 1).Select(year => new YearFigures(year)
        {
            ByMonth = ByMonth(received[year]),
            ByAgency = received[year].Where(row => row.Agency is not null).GroupBy(row => row.Agency!.Value).ToDictionary(g => g.Key, g => g.Sum(row => row.Count)),
            Elsewhere = received[year].Where(row => row.Agency is null).Sum(row => row.Count),
            ByCategory = received[year].GroupBy(row => row.Category).ToDictionary(g => g.Key, g => g.Sum(row => row.Count)),
            RectificationByQuarter = ByQuarter(due[year], row => row.Deadline, RectificationOf),
            FeedbackByQuarter = ByQuarter(answered[year], row => row.FedBackOn, rows => FeedbackDays.Of(rows.Select(row => row.Days))),
            Feedback = FeedbackDays.Of(answered[year].Select(row => row.Days)),
            ByGroup = ByGroup(year, invitations[year], terms),
        })];
    }

    private Task<List<Received>> ReceivedAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => db.Findings.AsNoTracking()
        .Where(f => f.SubmittedOn >= start && f.SubmittedOn <= end)
        .OpenTo(recused)
        .GroupBy(f => new { f.SubmittedOn.Year, f.SubmittedOn.Month, f.Agency, f.Category, f.State, f.Conclusion, IsTransferred = f.TransferredTo != null })
        .Select(g => new Received(g.Key.Year, g.Key.Month, g.Key.Agency, g.Key.Category, g.Key.State, g.Key.Conclusion, g.Key.IsTransferred, g.Count()))
        .ToListAsync(cancellationToken);

    private Task<List<Due>> DueAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => db.Findings.AsNoTracking()
        .Where(f => f.Rectification!.Deadline >= start && f.Rectification.Deadline <= end)
        .OpenTo(recused)
        .Select(f => new Due(f.Rectification!.Deadline!.Value, f.Rectification.CompletedOn, f.State, f.FedBackOn))
        .ToListAsync(cancellationToken);

    private Task<List<Answered>> AnsweredAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => db.Findings.AsNoTracking()
        .Where(f => f.FedBackOn >= start && f.FedBackOn <= end)
        .OpenTo(recused)
        .Select(f => new Answered(f.SubmittedOn, f.FedBackOn!.Value))
        .ToListAsync(cancellationToken);

    /// <summary>Of activities whose attendance is on record.</summary>
    private Task<List<Invitations>> InvitationsAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => (
        from activity in db.Activities.AsNoTracking()
            .Where(a => a.Date >= start && a.Date <= end && (a.State == ActivityState.Completed || a.State == ActivityState.Archived))
            .OpenTo(recused)
        join participation in db.Participations on activity.Id equals participation.Activity
        group participation by new { activity.Date.Year, participation.Person, participation.State } into same
        select new Invitations(same.Key.Year, same.Key.Person, same.Key.State, same.Count()))
        .ToListAsync(cancellationToken);

    private Task<List<TermOf>> TermsAsync(CancellationToken cancellationToken) => db.Appointments.AsNoTracking()
        .OrderBy(term => term.TermStart)
        .Select(term => new TermOf(term.Person, term.Group, term.TermStart.Year))
        .ToListAsync(cancellationToken);

    private static int[][] ByMonth(IEnumerable<Received> received)
    {
        var counts = Enumerable.Range(0, Months).Select(_ => new int[FindingOutcomes.All.Count]).ToArray();
        foreach (var row in received)
        {
            counts[row.Month - 1][(int)FindingOutcomes.Of(row.State, row.Conclusion, row.IsTransferred)] += row.Count;
        }

        return counts;
    }

    private static IReadOnlyList<T> ByQuarter<TRow, T>(IEnumerable<TRow> rows, Func<TRow, DateOnly> day, Func<IEnumerable<TRow>, T> count)
    {
        var quarters = rows.ToLookup(row => (day(row).Month - 1) / 3);
        return [.. Enumerable.Range(0, Quarters).Select(quarter => count(quarters[quarter]))];
    }

    private RectificationCount RectificationOf(IEnumerable<Due> due) =>
        due.Aggregate(RectificationCount.None, (sum, row) => sum + row.Judge(today));

    /// <summary>A person counts in the group of the term that had begun by the year's end; the register's attendance may be older than the first term on record.</summary>
    private static IReadOnlyList<ParticipationCount> ByGroup(int year, IEnumerable<Invitations> invitations, ILookup<PersonId, TermOf> terms)
    {
        var groups = invitations.ToLookup(row => (terms[row.Person].LastOrDefault(term => term.StartYear <= year) ?? terms[row.Person].FirstOrDefault())?.Group);
        return [.. Enum.GetValues<SourceCategory>().Select(group => new ParticipationCount(
            group,
            Count(group, state => state is not (ParticipationState.Excused or ParticipationState.Recused or ParticipationState.Void)),
            Count(group, state => state == ParticipationState.Attended),
            Count(group, state => state == ParticipationState.AttendedPartly)))];

        int Count(SourceCategory group, Func<ParticipationState, bool> counts) => groups[group].Where(row => counts(row.State)).Sum(row => row.Count);
    }

    private sealed record Received(int Year, int Month, AgencyId? Agency, FindingCategory Category, FindingState State, FindingConclusion? Conclusion, bool IsTransferred, int Count);

    private sealed record Due(DateOnly Deadline, DateOnly? CompletedOn, FindingState State, DateOnly? FedBackOn)
    {
        /// <summary>Where the register does not say when it was finished, the feedback stands for it: nothing is answered before.</summary>
        public RectificationCount Judge(DateOnly today) =>
            (CompletedOn ?? (State is FindingState.FedBack or FindingState.Closed ? FedBackOn : null)) is { } done
                ? done <= Deadline ? new RectificationCount(1, 0, 0, 0) : new RectificationCount(0, 1, 0, 0)
            : State == FindingState.RectificationOrdered && today > Deadline ? new RectificationCount(0, 0, 1, 0)
            : new RectificationCount(0, 0, 0, 1);
    }

    private sealed record Answered(DateOnly SubmittedOn, DateOnly FedBackOn)
    {
        public int Days => FedBackOn.DayNumber - SubmittedOn.DayNumber;
    }

    private sealed record Invitations(int Year, PersonId Person, ParticipationState State, int Count);

    private sealed record TermOf(PersonId Person, SourceCategory Group, int StartYear);
}
