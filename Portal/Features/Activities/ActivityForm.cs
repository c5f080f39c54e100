using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Activities;

/// <summary>What an administrator types when planning an activity. Kept as a draft while it is typed.</summary>
public sealed class ActivityForm
{
    public const decimal LongestHours = 100;

    public string Title { get; set; } = "";

    public ActivityKind Kind { get; set; }

    /// <summary>Only for supervision.</summary>
    public SupervisionMode? Mode { get; set; }

    public DateOnly? Date { get; set; }

    public decimal? Hours { get; set; }

    /// <summary>How many can take part; nothing where nothing limits it.</summary>
    public int? Capacity { get; set; }

    public bool Mandatory { get; set; } = true;

    public bool RequiresDocumentAccess { get; set; }

    public List<Guid> Agencies { get; set; } = [];

    /// <summary>Groups whose members are invited.</summary>
    public List<SourceCategory> Groups { get; set; } = [];

    public string Remark { get; set; } = "";

    public IReadOnlyList<AgencyId> AgencyIds => [.. Agencies.Select(AgencyId.From)];

    public int HourTenths => (int)((Hours ?? 0) * 10);

    public string? RemarkOrNone => string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim();

    /// <summary>What is known of an activity, to be changed.</summary>
    public static ActivityForm Of(ActivityFile file) => new()
    {
        Title = file.Row.Title,
        Kind = file.Row.Kind,
        Mode = file.Row.Mode,
        Date = file.Row.Date,
        Hours = file.HourTenths == 0 ? null : file.HourTenths / 10m,
        Capacity = file.Capacity,
        Mandatory = file.Mandatory,
        RequiresDocumentAccess = file.RequiresDocumentAccess,
        Agencies = [.. file.Agencies.Select(a => a.Id)],
        Remark = file.Remark ?? "",
    };
}
