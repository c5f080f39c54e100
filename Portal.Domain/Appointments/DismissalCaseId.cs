using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>Identifies a dismissal case.</summary>
public readonly record struct DismissalCaseId(Guid Value) : ITypedId<DismissalCaseId>
{
    public static DismissalCaseId New() => new(Guid.CreateVersion7());

    public static DismissalCaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
