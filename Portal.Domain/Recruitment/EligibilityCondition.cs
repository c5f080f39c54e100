using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>What Article 5 asks of a supervisor, item by item; its fifth item is three checks with three registers.</summary>
public enum EligibilityCondition
{
    /// <summary>(一) 25 to 70 completed years; computed, nobody judges it.</summary>
    Age,

    /// <summary>(二) 法治意识、监督意识和责任意识.</summary>
    Awareness,

    /// <summary>(三) 身体健康，品行良好，具备工作能力: the applicant's declaration and a judgement; no medical record is asked for.</summary>
    HealthAndConduct,

    /// <summary>(四) 遵守《社会保险法》，热心支持，客观公正.</summary>
    Impartiality,

    /// <summary>(五) 未列入失信被执行人名单.</summary>
    NotDishonestDebtor,

    /// <summary>(五) 无刑事处罚.</summary>
    NoCriminalRecord,

    /// <summary>(五) 无违法记录.</summary>
    NoViolationRecord,

    /// <summary>(六) 法律、法规、规章规定的其他条件.</summary>
    OtherConditions,
}

/// <summary>Where each condition stands in the measures.</summary>
public static class EligibilityConditions
{
    public static IReadOnlyList<EligibilityCondition> All { get; } = Enum.GetValues<EligibilityCondition>();

    /// <summary>Those found out anew before an appointment and a renewal: age and record may have changed since.</summary>
    public static IReadOnlyList<EligibilityCondition> OfRecord { get; } =
        [EligibilityCondition.NotDishonestDebtor, EligibilityCondition.NoCriminalRecord, EligibilityCondition.NoViolationRecord];

    public static Article Article(this EligibilityCondition condition) => new(5, condition switch
    {
        EligibilityCondition.Age => 1,
        EligibilityCondition.Awareness => 2,
        EligibilityCondition.HealthAndConduct => 3,
        EligibilityCondition.Impartiality => 4,
        EligibilityCondition.NotDishonestDebtor or EligibilityCondition.NoCriminalRecord or EligibilityCondition.NoViolationRecord => 5,
        EligibilityCondition.OtherConditions => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    });
}
