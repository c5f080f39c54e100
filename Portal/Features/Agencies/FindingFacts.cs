using Portal.Domain.Findings;
using Portal.Domain.Rules;

namespace Portal.Features.Agencies;

/// <summary>What an agency's record needs of one finding.</summary>
internal sealed record FindingFacts(
    FindingId Id, string Number, FindingState State, DateOnly SubmittedOn, bool IsOrdered, bool FixedOnSpot, DateOnly? Deadline, DateOnly? CompletedOn, int Extensions)
{
    // What was merged is followed under the finding it was merged into.
    private bool Counts => IsOrdered && State != FindingState.Merged;

    public static RectificationRecord RecordOf(IReadOnlyCollection<FindingFacts> findings, DateOnly today)
    {
        var ordered = findings.Where(f => f.Counts).ToList();
        var withDeadline = ordered.Where(f => !f.FixedOnSpot).ToList();
        return new RectificationRecord(
            OnSpot: ordered.Count - withDeadline.Count,
            InTime: withDeadline.Count(f => f.CompletedOn <= f.Deadline),
            Late: withDeadline.Count(f => f.CompletedOn > f.Deadline),
            Running: withDeadline.Count(f => f.CompletedOn is null),
            Overdue: withDeadline.Count(f => AgencyQueries.IsOverdue(f.State, f.Deadline, today)),
            Extended: withDeadline.Count(f => f.Extensions > 0));
    }

    /// <summary>What runs first, the nearest deadline at the top, then what was finished last.</summary>
    public static IReadOnlyList<RectificationRow> RowsOf(IEnumerable<FindingFacts> findings, int shown, OfficeSettings settings, DateOnly today) =>
    [
        .. findings
            .Where(f => f.Counts && f.Deadline is not null)
            .OrderBy(f => f.CompletedOn is not null)
            .ThenByDescending(f => f.CompletedOn)
            .ThenBy(f => f.Deadline)
            .ThenBy(f => f.Number, StringComparer.Ordinal)
            .Take(shown)
            .Select(f => new RectificationRow(f.Id, f.Number, f.Deadline!.Value, f.CompletedOn, f.Extensions, DeadlineStanding.Of(f.State, f.Deadline, f.CompletedOn, today, settings.DueSoonDays))),
    ];
}
