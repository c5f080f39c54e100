using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>One year in numbers and ids: no words, so that it serves both languages, and nobody's name.</summary>
public sealed record YearFigures(int Year)
{
    /// <summary>Findings filed, by month and then by <see cref="FindingOutcome"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> ByMonth { get; init; }

    public required IReadOnlyDictionary<AgencyId, int> ByAgency { get; init; }

    /// <summary>Findings about units that are not on the list of agencies.</summary>
    public required int Elsewhere { get; init; }

    public required IReadOnlyDictionary<FindingCategory, int> ByCategory { get; init; }

    /// <summary>What was to be put right, by the quarter of its deadline.</summary>
    public required IReadOnlyList<RectificationCount> RectificationByQuarter { get; init; }

    /// <summary>From filing to feedback, by the quarter of the feedback.</summary>
    public required IReadOnlyList<FeedbackDays> FeedbackByQuarter { get; init; }

    public required FeedbackDays Feedback { get; init; }

    /// <summary>One for each of the four groups.</summary>
    public required IReadOnlyList<ParticipationCount> ByGroup { get; init; }

    public int Received => ByMonth.Sum(month => month.Sum());

    public RectificationCount Rectification { get => field ??= RectificationByQuarter.Aggregate(RectificationCount.None, (sum, quarter) => sum + quarter); }

    public int? ParticipationPercent => Percent.Of(ByGroup.Sum(g => g.Attended) + (ByGroup.Sum(g => g.AttendedPartly) * 0.5m), ByGroup.Sum(g => g.Due));

    public int ReceivedAs(FindingOutcome outcome) => ByMonth.Sum(month => month[(int)outcome]);
}

/// <summary>Rectifications whose deadline fell into a time.</summary>
/// <param name="Late">Put right, but after the deadline.</param>
/// <param name="Overdue">Ordered, the deadline past, and no reply (domain.md A2.12).</param>
/// <param name="Running">Not due yet, or reported and waiting to be verified: neither good nor bad so far.</param>
public sealed record RectificationCount(int OnTime, int Late, int Overdue, int Running)
{
    public static RectificationCount None { get; } = new(0, 0, 0, 0);

    /// <summary>What can be judged.</summary>
    public int Due => OnTime + Late + Overdue;

    public int? OnTimePercent => Percent.Of(OnTime, Due);

    public static RectificationCount operator +(RectificationCount left, RectificationCount right) =>
        new(left.OnTime + right.OnTime, left.Late + right.Late, left.Overdue + right.Overdue, left.Running + right.Running);

    public static RectificationCount Add(RectificationCount left, RectificationCount right) => left + right;
}

/// <summary>Days from filing to feedback (Article 14: 及时反馈); <c>null</c> where nothing was answered.</summary>
/// <param name="Ninetieth">Nine of ten were answered within these days (nearest rank).</param>
public sealed record FeedbackDays(int Count, decimal? Median, int? Ninetieth)
{
    public static FeedbackDays Of(IEnumerable<int> days)
    {
        int[] sorted = [.. days.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? new FeedbackDays(0, null, null) : new FeedbackDays(
            sorted.Length,
            sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m,
            sorted[(((sorted.Length * 9) + 9) / 10) - 1]);
    }
}

/// <summary>Invitations of a group to activities that were held. Excused, recused and cancelled ones are not due; attending in part is worth a half (domain.md E1).</summary>
public sealed record ParticipationCount(SourceCategory Group, int Due, int Attended, int AttendedPartly)
{
    public int? Rate => Percent.Of(Attended + (AttendedPartly * 0.5m), Due);
}

internal static class Percent
{
    /// <summary>Whole percents, a half away from zero; <c>null</c> of nothing.</summary>
    public static int? Of(decimal part, int whole) =>
        whole == 0 ? null : (int)decimal.Round(part * 100m / whole, 0, MidpointRounding.AwayFromZero);
}
