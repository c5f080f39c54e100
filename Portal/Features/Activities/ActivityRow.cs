using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Activities;

/// <summary>An activity as the list shows it.</summary>
/// <param name="Came">Who attended, wholly or in part.</param>
/// <param name="Due">Who was invited and neither excused, recused nor freed by cancellation (domain.md E1).</param>
public sealed record ActivityRow(
    ActivityId Id,
    string Number,
    string Title,
    ActivityKind Kind,
    SupervisionMode? Mode,
    DateOnly Date,
    ActivityState State,
    bool IsSecret,
    IReadOnlyList<string> Agencies,
    int Invited,
    int Came,
    int Due)
{
    /// <summary>Known once the attendance is complete; a share of people, not of credits.</summary>
    public decimal? Rate => State is ActivityState.Completed or ActivityState.Archived && Due > 0 ? (decimal)Came / Due : null;
}

/// <summary>An activity as a calendar shows it.</summary>
public sealed record CalendarEntry(ActivityId Id, string Title, ActivityKind Kind, DateOnly Date, ActivityState State);

/// <summary>What the filters of the list offer.</summary>
public sealed record ActivityFilterChoices(IReadOnlyList<int> Years, IReadOnlyList<NamedChoice> Agencies);

/// <summary>One thing to choose.</summary>
public sealed record NamedChoice(Guid Id, string Name);
