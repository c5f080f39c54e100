using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Features.Agencies;

/// <summary>An agency as the list shows it, with what is open there.</summary>
/// <param name="Open">Findings whose authors have not been answered.</param>
/// <param name="OfYear">Findings filed this year.</param>
/// <param name="Overdue">Rectifications that should be finished and are not.</param>
public sealed record AgencyRow(AgencyId Id, string Code, string Name, AgencyKind Kind, string? CreditCode, int Open, int OfYear, int Overdue);

/// <summary>One agency's record: what was found there, what became of it, and when somebody was there last.</summary>
public sealed record AgencyFile(
    AgencyRow Row,
    string? ContactName,
    bool IsExternal,
    IReadOnlyList<StateCount> States,
    RectificationRecord Rectification,
    IReadOnlyList<RectificationRow> Rectifications,
    IReadOnlyList<VisitRow> Visits,
    int VisitsInAll,
    DateOnly? LastVisitedOn,
    int? DaysSinceVisit);

public sealed record StateCount(FindingState State, int Count);

/// <summary>How an agency keeps its deadlines (Article 14).</summary>
public sealed record RectificationRecord(int OnSpot, int InTime, int Late, int Running, int Overdue, int Extended)
{
    public int Finished => OnSpot + InTime + Late;

    /// <summary>Share of the finished ones that kept the deadline; <c>null</c> while none is finished.</summary>
    public decimal? InTimeShare => Finished == 0 ? null : (decimal)(OnSpot + InTime) / Finished;
}

/// <param name="Standing"><c>null</c> while the section checks what the agency reported.</param>
public sealed record RectificationRow(FindingId Finding, string Number, DateOnly Deadline, DateOnly? CompletedOn, int Extensions, DeadlineStanding? Standing);

/// <summary>A visit or field study that went to the agency.</summary>
public sealed record VisitRow(ActivityId Id, string Number, string Title, SupervisionMode? Mode, DateOnly Date, ActivityState State)
{
    public bool TookPlaceBy(DateOnly today) => Date <= today && State is (ActivityState.InProgress or ActivityState.Completed or ActivityState.Archived);
}
