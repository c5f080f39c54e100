using Portal.Domain.Rules;

namespace Portal.Domain.Retention;

/// <summary>Identifies a legal hold.</summary>
public readonly record struct LegalHoldId(Guid Value) : ITypedId<LegalHoldId>
{
    public static LegalHoldId New() => new(Guid.CreateVersion7());

    public static LegalHoldId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
