using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment;

/// <summary>What a clerk types to prepare a notice. Kept as a draft while it is typed.</summary>
public sealed class NoticeForm
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>Applications, in the order of the notice.</summary>
    public List<Guid> People { get; set; } = [];
}

/// <summary>What somebody has against a person on a notice, as it is typed by them or by the clerk who took it down.</summary>
public sealed class ObjectionForm
{
    public Guid? About { get; set; }

    public bool Anonymous { get; set; }

    public string? Name { get; set; }

    public string? Contact { get; set; }

    public string? Content { get; set; }

    /// <summary>Where no name is given, what stands in its fields is not kept.</summary>
    public string? GivenName => Anonymous ? null : Name?.Trim();

    public string? GivenContact => Anonymous ? null : Contact?.Trim();

    public RecruitmentApplicationId Person => RecruitmentApplicationId.From(About!.Value);
}
