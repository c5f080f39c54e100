using Portal.Domain.Alerts;
using Portal.Domain.People;
using Portal.Features.Dashboards.Administrator;

namespace Portal.Features.Dashboards.Corps;

/// <summary>The corps of supervisors at one instant: who they are, whose terms end, what of selection and office waits (Articles 4, 6, 10, 12, 17, 18). About people and no matter, so that it is the same for every reader.</summary>
public sealed record CorpsSnapshot
{
    /// <summary>Alerts that a panel shows, the most urgent first.</summary>
    public const int Shown = 10;

    /// <summary>Months of the calendar of ending terms, the running one included.</summary>
    public const int Months = 12;

    public required DateTimeOffset AsOf { get; init; }

    public required DateOnly Today { get; init; }

    public required CorpsFigures Figures { get; init; }

    public required Composition Composition { get; init; }

    /// <summary>Terms that end in each of the next months; renewals that are granted already are taken off.</summary>
    public required Rows<MonthOfEnds> Ends { get; init; }

    /// <summary>For the section.</summary>
    public required Alerts ForSection { get; init; }

    /// <summary>What leadership is told of too (domain.md A5).</summary>
    public required Alerts ForLeadership { get; init; }

    public bool SaysTheSameAs(CorpsSnapshot other) =>
        this with { AsOf = other.AsOf, Composition = other.Composition } == other
        && Composition.Groups.SequenceEqual(other.Composition.Groups)
        && Composition.Ages.SequenceEqual(other.Composition.Ages)
        && Composition.Districts.SequenceEqual(other.Composition.Districts)
        && Composition.Sexes.SequenceEqual(other.Composition.Sexes);
}

/// <summary>What waits; each number opens the list it counts.</summary>
/// <param name="Applications">To be reviewed.</param>
/// <param name="Notices">Published and not concluded.</param>
/// <param name="Objections">Not decided.</param>
/// <param name="Dismissals">Begun and not closed.</param>
/// <param name="Certificates">Cards and letters of appointment to come back.</param>
/// <param name="Silent">People in office whose reminder of Article 18 (2) is due.</param>
/// <param name="Proposed">What of these parts waits for leadership: notices, upheld objections, terms, dismissals, sensitive letters.</param>
public sealed record CorpsFigures(int Applications, int Notices, int Objections, int Dismissals, int Certificates, int Silent, int Proposed);

/// <param name="Month">Its first day.</param>
public sealed record MonthOfEnds(DateOnly Month, int Terms);

/// <summary>Alerts, the most urgent of them named.</summary>
public sealed record Alerts(int Count, Rows<AlertRow> First)
{
    public static Alerts Of(IReadOnlyCollection<AlertRow> all) => new(all.Count, new(all.Take(CorpsSnapshot.Shown)));
}

/// <summary>One alert on one subject.</summary>
/// <param name="Subject">Of the person, the notice, the objection or the letter; empty for a group.</param>
/// <param name="Name">A name, a number or a title; a group is named by <paramref name="Group"/>.</param>
/// <param name="Mark">The mark reached, or the days waited; its unit goes with the kind.</param>
/// <param name="On">The day that matters.</param>
public sealed record AlertRow(AlertKind Kind, Guid Subject, string Name, int? Mark, DateOnly? On, SourceCategory? Group = null);
