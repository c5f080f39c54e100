using Portal.Domain.Rules;

namespace Portal.Domain.People;

/// <summary>Identifies an inspected agency or an outside authority.</summary>
public readonly record struct AgencyId(Guid Value) : ITypedId<AgencyId>
{
    public static AgencyId New() => new(Guid.CreateVersion7());

    public static AgencyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
