using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>Identifies a recruitment batch.</summary>
public readonly record struct RecruitmentBatchId(Guid Value) : ITypedId<RecruitmentBatchId>
{
    public static RecruitmentBatchId New() => new(Guid.CreateVersion7());

    public static RecruitmentBatchId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
