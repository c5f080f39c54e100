using Portal.Domain.Rules;

namespace Portal.Domain.Findings;

/// <summary>Identifies a finding.</summary>
public readonly record struct FindingId(Guid Value) : ITypedId<FindingId>
{
    public static FindingId New() => new(Guid.CreateVersion7());

    public static FindingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
