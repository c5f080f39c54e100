using Portal.Domain.Rules;

namespace Portal.Domain.Appointments;

/// <summary>Identifies one appointment, that is one term of one person.</summary>
public readonly record struct AppointmentId(Guid Value) : ITypedId<AppointmentId>
{
    public static AppointmentId New() => new(Guid.CreateVersion7());

    public static AppointmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
