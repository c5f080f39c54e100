using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Domain.Time;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>Why something waits for the reader.</summary>
public enum WaitKind
{
    /// <summary>The section asks about a finding.</summary>
    Question,

    /// <summary>An invitation without an answer.</summary>
    Invitation,

    /// <summary>A result has come, and may still be disputed.</summary>
    Result,

    /// <summary>A recusal was decided in the last days.</summary>
    Decision,

    /// <summary>Nine or eleven months without activity (Article 18 (2)).</summary>
    Inactive,

    /// <summary>The term ends soon (Article 17).</summary>
    TermEnding,

    /// <summary>A form was begun and not sent.</summary>
    Draft,
}

/// <summary>One thing that waits for the reader.</summary>
/// <param name="Subject">The finding, where it has a page.</param>
/// <param name="On">The day that matters: of the activity, of the decision, the last one for an appeal.</param>
/// <param name="Months">Without activity, where that is it.</param>
public sealed record Waiting(WaitKind Kind, string Name, Guid? Subject = null, DateOnly? On = null, RecusalState? Decision = null, int? Months = null);

public sealed record ComingActivity(ActivityId Id, string Title, DateOnly Date, ParticipationState State);

/// <param name="Step">How far it has come: 1 received, 2 being investigated, 3 being put right or answered, 4 answered.</param>
/// <param name="Deadline">How the rectification stands; <c>null</c> while none runs.</param>
public sealed record FindingProgress(FindingId Id, string Number, string Unit, FindingState State, int Step, DateOnly? NextBy, DeadlineStanding? Deadline);

public sealed record StandingRecusal(RecusalId Id, string Matter, RecusalState State, DateOnly FiledOn);

/// <summary>The supervisor's first page: their own matters and nobody else's.</summary>
/// <param name="UndertakingWaits">Whether the current confidentiality undertaking is still to be signed (AL22).</param>
public sealed record MyHome(
    string Name,
    IReadOnlyList<Waiting> Waiting,
    IReadOnlyList<ComingActivity> Coming,
    IReadOnlyList<FindingProgress> Findings,
    int FindingCount,
    IReadOnlyList<StandingRecusal> Recusals,
    bool UndertakingWaits);
