namespace Portal.Domain.Findings;

/// <summary>What a finding is about.</summary>
public enum FindingCategory
{
    /// <summary>窗口服务.</summary>
    Service,

    /// <summary>待遇支付.</summary>
    BenefitPayment,

    /// <summary>资格认证.</summary>
    EligibilityCheck,

    /// <summary>培训补贴.</summary>
    TrainingSubsidy,

    /// <summary>工伤保险.</summary>
    WorkInjury,

    /// <summary>失业保险.</summary>
    Unemployment,

    /// <summary>参保征缴.</summary>
    EnrolmentContribution,

    /// <summary>信息安全.</summary>
    DataPrivacy,

    /// <summary>内部控制.</summary>
    InternalControl,

    /// <summary>政策宣传.</summary>
    Publicity,
}
