namespace Portal.Domain.People;

/// <summary>What an agency handles; <see cref="External"/> authorities are not supervised here, findings are transferred to them.</summary>
public enum AgencyKind
{
    /// <summary>企业职工基本养老保险.</summary>
    EmployeePension,

    /// <summary>机关事业养老.</summary>
    PublicSectorPension,

    /// <summary>城乡居民养老.</summary>
    ResidentPension,

    /// <summary>工伤.</summary>
    WorkInjury,

    /// <summary>失业.</summary>
    Unemployment,

    /// <summary>劳动能力鉴定.</summary>
    CapacityAppraisal,

    /// <summary>信息化.</summary>
    Information,

    /// <summary>区县综合.</summary>
    DistrictGeneral,

    /// <summary>系统外.</summary>
    External,
}
