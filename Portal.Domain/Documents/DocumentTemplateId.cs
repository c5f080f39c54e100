using Portal.Domain.Rules;

namespace Portal.Domain.Documents;

/// <summary>Identifies one edition of a template.</summary>
public readonly record struct DocumentTemplateId(Guid Value) : ITypedId<DocumentTemplateId>
{
    public static DocumentTemplateId New() => new(Guid.CreateVersion7());

    public static DocumentTemplateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
