using Portal.Domain.Rules;

namespace Portal.Domain.Credentials;

/// <summary>Identifies a letter of appointment.</summary>
public readonly record struct AppointmentLetterId(Guid Value) : ITypedId<AppointmentLetterId>
{
    public static AppointmentLetterId New() => new(Guid.CreateVersion7());

    public static AppointmentLetterId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
