namespace Portal.Domain.People;

/// <summary>Somebody the portal knows by name: a supervisor, or a member of staff. Only what the office needs is kept (minimum scope of personal information).</summary>
public sealed class Person
{
    public const int NameLength = 50;
    public const int WorkUnitLength = 100;

    private Person()
    {
    }

    public PersonId Id { get; private set; }

    public string FullName { get; private set; } = "";

    /// <summary>Resident identity number (GB 11643), normalised; <c>null</c> for staff, of whom the portal keeps none. Shown masked.</summary>
    public IdentityNumber? IdNumber { get; private set; }

    public Sex? Sex { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    /// <summary>Shown masked.</summary>
    public PhoneNumber? Phone { get; private set; }

    /// <summary>Where the person lives or works; the district is enough (no home address).</summary>
    public District? District { get; private set; }

    public string? WorkUnit { get; private set; }

    public int Version { get; private set; }

    public static Person Staff(PersonId id, string fullName) => new() { Id = id, FullName = fullName };

    public static Person Citizen(PersonId id, string fullName, IdentityNumber idNumber, PhoneNumber? phone, District? district, string? workUnit) =>
        new()
        {
            Id = id,
            FullName = fullName,
            IdNumber = idNumber,
            Sex = idNumber.Sex,
            BirthDate = idNumber.BirthDate,
            Phone = phone,
            District = district,
            WorkUnit = workUnit,
        };

    /// <summary>Long out of office: the name stands in the register of terms, and nothing else about the person is needed any more.</summary>
    public void Anonymise() => (IdNumber, Sex, BirthDate, Phone, District, WorkUnit) = (null, null, null, null, null, null);

    public void Correct(string fullName, PhoneNumber? phone, District? district, string? workUnit)
    {
        FullName = fullName;
        Phone = phone;
        District = district;
        WorkUnit = workUnit;
    }
}
