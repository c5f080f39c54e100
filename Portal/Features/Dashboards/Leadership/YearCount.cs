using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Counts the findings of adjoining years as one reader may see them: four queries, however many rows. The database groups by day, since cutting a date into parts costs it more than sending the days.</summary>
internal sealed class YearCount(PortalDbContext db, RecusedFrom recused, DateOnly today)
{
    private const int Months = 12;
    private const int Quarters = 4;

    /// <param name="participation">By year, for each of them.</param>
    public async Task<IReadOnlyList<YearFigures>> TakeAsync(int first, int last, IReadOnlyDictionary<int, IReadOnlyList<ParticipationCount>> participation, CancellationToken cancellationToken)
    {
        var start = new DateOnly(first, 1, 1);
        var end = new DateOnly(last, 12, 31);
        var filed = (await FiledAsync(start, end, cancellationToken)).ToLookup(row => row.On.Year);
        var matters = (await MattersAsync(start, end, cancellationToken)).ToLookup(row => row.Year);
        var due = (await DueAsync(start, end, cancellationToken)).ToLookup(row => row.Deadline.Year);
        var answered = (await AnsweredAsync(start, end, cancellationToken)).ToLookup(row => row.FedBackOn.Year);
        return [.. Enumerable.Range(first, last - first + 1).Select(year => new YearFigures(year)
        {
            ByMonth = ByMonth(filed[year]),
            ByAgency = matters[year].Where(row => row.Agency is not null).GroupBy(row => row.Agency!.Value).ToDictionary(g => g.Key, g => g.Sum(row => row.Count)),
            Elsewhere = matters[year].Where(row => row.Agency is null).Sum(row => row.Count),
            ByCategory = matters[year].GroupBy(row => row.Category).ToDictionary(g => g.Key, g => g.Sum(row => row.Count)),
            RectificationByQuarter = ByQuarter(due[year], row => row.Deadline, rows => rows.Aggregate(RectificationCount.None, (sum, row) => sum + row.ToCount())),
            FeedbackByQuarter = ByQuarter(answered[year], row => row.FedBackOn, FeedbackOf),
            Feedback = FeedbackOf(answered[year]),
            ByGroup = participation[year],
        })];
    }

    private Task<List<Filed>> FiledAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => FiledIn(start, end)
        .GroupBy(f => new { f.SubmittedOn, f.State, f.Conclusion, IsTransferred = f.TransferredTo != null })
        .Select(g => new Filed(g.Key.SubmittedOn, g.Key.State, g.Key.Conclusion, g.Key.IsTransferred, g.Count()))
        .ToListAsync(cancellationToken);

    private Task<List<Matter>> MattersAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => FiledIn(start, end)
        .GroupBy(f => new { f.SubmittedOn.Year, f.Agency, f.Category })
        .Select(g => new Matter(g.Key.Year, g.Key.Agency, g.Key.Category, g.Count()))
        .ToListAsync(cancellationToken);

    /// <summary>Overdue is what is ordered and not reported. Where the register does not say when it was finished, the feedback stands for it: nothing is answered before.</summary>
    private Task<List<Due>> DueAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => db.Findings.AsNoTracking()
        .Where(f => f.Rectification!.Deadline >= start && f.Rectification.Deadline <= end)
        .OpenTo(recused)
        .Select(f => new
        {
            f.Rectification!.Deadline,
            DoneOn = f.Rectification.CompletedOn ?? (f.State == FindingState.FedBack || f.State == FindingState.Closed ? f.FedBackOn : null),
            IsOverdue = f.State == FindingState.RectificationOrdered && f.Rectification.Deadline < today,
        })
        .GroupBy(f => new { f.Deadline, IsDone = f.DoneOn != null, IsLate = f.DoneOn > f.Deadline, f.IsOverdue })
        .Select(g => new Due(g.Key.Deadline!.Value, g.Key.IsDone, g.Key.IsLate, g.Key.IsOverdue, g.Count()))
        .ToListAsync(cancellationToken);

    private Task<List<Answered>> AnsweredAsync(DateOnly start, DateOnly end, CancellationToken cancellationToken) => db.Findings.AsNoTracking()
        .Where(f => f.FedBackOn >= start && f.FedBackOn <= end)
        .OpenTo(recused)
        .GroupBy(f => new { f.SubmittedOn, f.FedBackOn })
        .Select(g => new Answered(g.Key.SubmittedOn, g.Key.FedBackOn!.Value, g.Count()))
        .ToListAsync(cancellationToken);

    private IQueryable<Finding> FiledIn(DateOnly start, DateOnly end) =>
        db.Findings.AsNoTracking().Where(f => f.SubmittedOn >= start && f.SubmittedOn <= end).OpenTo(recused);

    private static int[][] ByMonth(IEnumerable<Filed> filed)
    {
        var counts = Enumerable.Range(0, Months).Select(_ => new int[FindingOutcomes.All.Count]).ToArray();
        foreach (var row in filed)
        {
            counts[row.On.Month - 1][(int)FindingOutcomes.Of(row.State, row.Conclusion, row.IsTransferred)] += row.Count;
        }

        return counts;
    }

    private static IReadOnlyList<T> ByQuarter<TRow, T>(IEnumerable<TRow> rows, Func<TRow, DateOnly> day, Func<IEnumerable<TRow>, T> count)
    {
        var quarters = rows.ToLookup(row => (day(row).Month - 1) / 3);
        return [.. Enumerable.Range(0, Quarters).Select(quarter => count(quarters[quarter]))];
    }

    private static FeedbackDays FeedbackOf(IEnumerable<Answered> answered) =>
        FeedbackDays.Of(answered.SelectMany(row => Enumerable.Repeat(row.FedBackOn.DayNumber - row.SubmittedOn.DayNumber, row.Count)));

    private sealed record Filed(DateOnly On, FindingState State, FindingConclusion? Conclusion, bool IsTransferred, int Count);

    private sealed record Matter(int Year, AgencyId? Agency, FindingCategory Category, int Count);

    private sealed record Due(DateOnly Deadline, bool IsDone, bool IsLate, bool IsOverdue, int Count)
    {
        public RectificationCount ToCount() =>
            IsDone && !IsLate ? new RectificationCount(Count, 0, 0, 0)
            : IsDone ? new RectificationCount(0, Count, 0, 0)
            : IsOverdue ? new RectificationCount(0, 0, Count, 0)
            : new RectificationCount(0, 0, 0, Count);
    }

    private sealed record Answered(DateOnly SubmittedOn, DateOnly FedBackOn, int Count);
}
