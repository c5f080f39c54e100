using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using Portal.Confidentiality;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Data.People;

public static class IdentityNumbersExtensions
{
    /// <summary>The one place where somebody is looked for by identity number: through fingerprints, since the number itself is different in the database each time.</summary>
    public static IQueryable<Person> WithNumbers(this PortalDbContext db, IEnumerable<IdentityNumber> numbers)
    {
        var wanted = numbers.Select(number => db.Cipher.Fingerprint(number)).ToList();
        return db.People.Where(p => wanted.Contains(EF.Property<string>(p, ProtectedColumns.IdNumberHash)));
    }

    /// <summary>Everything that was ever sent in for this number.</summary>
    public static IQueryable<Application> ApplicationsOf(this PortalDbContext db, IdentityNumber number)
    {
        var wanted = db.Cipher.Fingerprint(number);
        return db.Applications.Where(a => EF.Property<string>(a, ProtectedColumns.IdNumberHash) == wanted);
    }
}

/// <summary>A person, and an application, comes into the database with the fingerprint of the number; the number never changes afterwards.</summary>
internal sealed class Fingerprints(FieldCipher cipher) : ValueGenerator<string?>
{
    public override bool GeneratesTemporaryValues => false;

    public override string? Next(EntityEntry entry) => NumberOf(entry.Entity) is { } number ? cipher.Fingerprint(number) : null;

    private static IdentityNumber? NumberOf(object row) => row switch
    {
        Person person => person.IdNumber,
        Application application => application.IdNumber,
        _ => throw new InvalidOperationException($"{row.GetType()} has no identity number."),
    };
}
