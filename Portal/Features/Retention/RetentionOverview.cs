using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Retention;
using Portal.Retention;

namespace Portal.Features.Retention;

/// <summary>What is kept how long, what is due by it today, and how the last nights went.</summary>
/// <param name="MayManage">Whether this reader places and lifts holds.</param>
/// <param name="IsConfirmed">Whether they proved lately who they are, as erasing demands.</param>
public sealed record RetentionOverview(
    IReadOnlyList<RetentionReportLine> Lines, int Hour, IReadOnlyList<RetentionRunRow> Runs, IReadOnlyList<LegalHoldRow> Holds, bool MayManage, bool IsConfirmed);

/// <summary>One run, with what it did.</summary>
public sealed record RetentionRunRow(DateOnly Day, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<RetentionRunLine> Lines);

/// <summary>A hold, in force or lifted.</summary>
/// <param name="Subject">The person's name, or the finding's number.</param>
public sealed record LegalHoldRow(
    LegalHoldId Id, PersonId? Person, FindingId? Finding, string Subject, string Reason, string PlacedBy, DateTimeOffset PlacedAt, string? LiftReason, string? LiftedBy, DateTimeOffset? LiftedAt)
{
    public bool IsInForce => LiftedAt is null;
}

/// <summary>Somebody to choose.</summary>
public sealed record RetentionPerson(PersonId Person, string Name, string? Card);
