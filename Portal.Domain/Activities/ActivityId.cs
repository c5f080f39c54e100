using Portal.Domain.Rules;

namespace Portal.Domain.Activities;

/// <summary>Identifies an activity.</summary>
public readonly record struct ActivityId(Guid Value) : ITypedId<ActivityId>
{
    public static ActivityId New() => new(Guid.CreateVersion7());

    public static ActivityId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
