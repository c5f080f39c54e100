using Portal.Domain.Rules;

namespace Portal.Evidence;

/// <summary>Identifies a stored file; random enough that nobody guesses another one.</summary>
public readonly record struct EvidenceId(Guid Value) : ITypedId<EvidenceId>
{
    public static EvidenceId New() => new(Guid.CreateVersion7());

    public static EvidenceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
