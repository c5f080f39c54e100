using Portal.Domain.Rules;

namespace Portal.Domain.Undertakings;

/// <summary>Identifies a signature under the confidentiality undertaking.</summary>
public readonly record struct SignedUndertakingId(Guid Value) : ITypedId<SignedUndertakingId>
{
    public static SignedUndertakingId New() => new(Guid.CreateVersion7());

    public static SignedUndertakingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
