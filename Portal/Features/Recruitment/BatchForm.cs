using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment;

/// <summary>What a clerk types to plan a batch. Kept as a draft while it is typed.</summary>
public sealed class BatchForm
{
    public string Title { get; set; } = "";

    public string Announcement { get; set; } = "";

    public DateOnly? OpensOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public bool TakesApplications { get; set; } = true;

    public bool TakesRecommendations { get; set; } = true;

    public TermAlignment Alignment { get; set; }

    public DateOnly? CohortEndsOn { get; set; }

    public static BatchForm Of(RecruitmentBatch batch) => new()
    {
        Title = batch.Title,
        Announcement = batch.Announcement,
        OpensOn = batch.OpensOn,
        ClosesOn = batch.ClosesOn,
        TakesApplications = batch.TakesApplications,
        TakesRecommendations = batch.TakesRecommendations,
        Alignment = batch.Alignment,
        CohortEndsOn = batch.CohortEndsOn,
    };
}
