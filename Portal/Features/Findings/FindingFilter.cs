using System.Globalization;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Findings;

/// <summary>Groups of states, each of which is somebody's pile of work.</summary>
public enum FindingGroup
{
    Open,
    ToRegister,
    Investigating,
    Rectifying,
    Reported,
    ToFeedBack,
    Closed,
}

/// <summary>Where the rectification deadline stands.</summary>
public enum FindingDue
{
    Overdue,
    Soon,
}

/// <summary>What came of a finding, as statistics count it.</summary>
public enum FindingOutcome
{
    Pending,
    Substantiated,
    PartlySubstantiated,
    NotSubstantiated,
    SuggestionAdopted,
    SuggestionNoted,
    Transferred,
    NotAccepted,
    Merged,
}

/// <summary>Which findings a list shows.</summary>
public sealed record FindingFilter
{
    public FindingGroup? Group { get; init; }

    public FindingDue? Due { get; init; }

    public FindingState? State { get; init; }

    public AgencyId? Agency { get; init; }

    public FindingCategory? Category { get; init; }

    /// <summary>Filed on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Filed before this day.</summary>
    public DateOnly? Before { get; init; }

    public FindingOutcome? Outcome { get; init; }

    public PersonId? Handler { get; init; }

    /// <summary>Part of the number or of the text.</summary>
    public string? Text { get; init; }
}

/// <summary>The filter as it stands in the address: anything may be written there, and what makes no sense counts as not written.</summary>
public sealed record FindingAddress(
    string? Group = null, string? Due = null, string? State = null, string? Agency = null, string? Category = null,
    string? Year = null, string? Month = null, string? Outcome = null, string? Handler = null, string? Q = null)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    public FindingFilter ToFilter()
    {
        var (from, before) = Period();
        return new FindingFilter
        {
            Group = Value<FindingGroup>(Group),
            Due = Value<FindingDue>(Due),
            State = Value<FindingState>(State),
            Agency = Guid.TryParse(Agency, out var agency) ? AgencyId.From(agency) : null,
            Category = Value<FindingCategory>(Category),
            From = from,
            Before = before,
            Outcome = Value<FindingOutcome>(Outcome),
            Handler = Guid.TryParse(Handler, out var handler) ? PersonId.From(handler) : null,
            Text = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
        };
    }

    private (DateOnly?, DateOnly?) Period() =>
        DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month, month.AddMonths(1))
        : int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1))
        : (null, null);

    private static TEnum? Value<TEnum>(string? word)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
