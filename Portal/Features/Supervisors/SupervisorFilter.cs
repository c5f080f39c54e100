using System.Globalization;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Ui.Lists;

namespace Portal.Features.Supervisors;

/// <summary>Where a person stands on a day, by the dates of their terms and not by a stored state (Article 17).</summary>
public enum SupervisorStatus
{
    InOffice,
    Upcoming,
    Ended,
}

/// <summary>Which supervisors a list shows; everything left out filters nothing.</summary>
/// <param name="EndingWithin">In office today, and not any more in so many days.</param>
public sealed record SupervisorFilter(
    SupervisorStatus? Status = null,
    int? EndingWithin = null,
    SourceCategory? Group = null,
    District? District = null,
    RecruitmentChannel? Channel = null,
    string? Text = null)
{
    private const int LongestView = 3660;

    /// <summary>Reads the words of an address.</summary>
    public static SupervisorFilter From(string? status, string? ending, string? group, string? district, string? channel, string? text) => new(
        FilterValue.Of<SupervisorStatus>(status),
        int.TryParse(ending, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= LongestView ? days : null,
        FilterValue.Of<SourceCategory>(group),
        FilterValue.Of<District>(district),
        FilterValue.Of<RecruitmentChannel>(channel),
        FilterValue.Text(text));
}
