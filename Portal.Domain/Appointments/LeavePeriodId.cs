using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>Identifies a long leave.</summary>
public readonly record struct LeavePeriodId(Guid Value) : ITypedId<LeavePeriodId>
{
    public static LeavePeriodId New() => new(Guid.CreateVersion7());

    public static LeavePeriodId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
