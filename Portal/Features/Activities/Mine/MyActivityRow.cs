using Portal.Domain.Activities;
using Portal.Domain.Rules;

namespace Portal.Features.Activities.Mine;

/// <summary>An activity that the reader is invited to, and their part in it.</summary>
/// <param name="WhyNotAccept">Why it cannot be accepted now; <c>null</c> when it can.</param>
/// <param name="WhyNotLeave">Why leave cannot be asked for now; <c>null</c> when it can.</param>
public sealed record MyActivityRow(
    ParticipationId Id,
    ActivityId Activity,
    string Title,
    ActivityKind Kind,
    SupervisionMode? Mode,
    DateOnly Date,
    int HourTenths,
    bool Mandatory,
    bool RequiresDocumentAccess,
    ActivityState ActivityState,
    string? CancelReason,
    IReadOnlyList<string> Agencies,
    ParticipationState State,
    string? Reason,
    RuleViolation? WhyNotAccept,
    RuleViolation? WhyNotLeave);

/// <summary>The next one first; of the past the latest.</summary>
public sealed record MyActivities(IReadOnlyList<MyActivityRow> Coming, IReadOnlyList<MyActivityRow> Past);
