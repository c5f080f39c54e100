using Portal.Domain.Rules;

namespace Portal.Domain.Recusals;

/// <summary>Identifies a recusal declaration.</summary>
public readonly record struct RecusalId(Guid Value) : ITypedId<RecusalId>
{
    public static RecusalId New() => new(Guid.CreateVersion7());

    public static RecusalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
