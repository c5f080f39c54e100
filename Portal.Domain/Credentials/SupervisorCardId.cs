using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>Identifies a supervisor card.</summary>
public readonly record struct SupervisorCardId(Guid Value) : ITypedId<SupervisorCardId>
{
    public static SupervisorCardId New() => new(Guid.CreateVersion7());

    public static SupervisorCardId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
