using Portal.Domain.Rules;

namespace Portal.Domain.Recruitment;

/// <summary>Identifies an objection.</summary>
public readonly record struct ObjectionId(Guid Value) : ITypedId<ObjectionId>
{
    public static ObjectionId New() => new(Guid.CreateVersion7());

    public static ObjectionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
