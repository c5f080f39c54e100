using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>Identifies one person's application in a batch.</summary>
public readonly record struct RecruitmentApplicationId(Guid Value) : ITypedId<RecruitmentApplicationId>
{
    public static RecruitmentApplicationId New() => new(Guid.CreateVersion7());

    public static RecruitmentApplicationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
