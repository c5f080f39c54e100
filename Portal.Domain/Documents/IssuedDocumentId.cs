using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>Identifies an issued document.</summary>
public readonly record struct IssuedDocumentId(Guid Value) : ITypedId<IssuedDocumentId>
{
    public static IssuedDocumentId New() => new(Guid.CreateVersion7());

    public static IssuedDocumentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
