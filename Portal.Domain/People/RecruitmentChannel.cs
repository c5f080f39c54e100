namespace Portal.Domain.People;

/// <summary>How a supervisor was found (Article 2).</summary>
public enum RecruitmentChannel
{
    /// <summary>面向社会公开选聘.</summary>
    OpenRecruitment,

    /// <summary>单位推荐.</summary>
    UnitRecommendation,

    /// <summary>其他方式.</summary>
    Other,
}
