using Portal.Domain.Rules;

namespace Portal.Domain.Activities;

/// <summary>Identifies one person's part in one activity.</summary>
public readonly record struct ParticipationId(Guid Value) : ITypedId<ParticipationId>
{
    public static ParticipationId New() => new(Guid.CreateVersion7());

    public static ParticipationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
