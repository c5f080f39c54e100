using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using Portal.Confidentiality;
using Portal.Domain.People;

namespace Portal.Data.People;

public static class IdentityNumbersExtensions
{
    /// <summary>The one place where somebody is looked for by identity number: through fingerprints, since the number itself is different in the database each time.</summary>
    public static IQueryable<Person> WithNumbers(this PortalDbContext db, IEnumerable<IdentityNumber> numbers)
    {
        var wanted = numbers.Select(number => db.Cipher.Fingerprint(number)).ToList();
        return db.People.Where(p => wanted.Contains(EF.Property<string>(p, ProtectedColumns.IdNumberHash)));
    }
}

/// <summary>A person comes into the database with the fingerprint of their number; the number never changes afterwards.</summary>
internal sealed class Fingerprints(FieldCipher cipher) : ValueGenerator<string?>
{
    public override bool GeneratesTemporaryValues => false;

    public override string? Next(EntityEntry entry) => ((Person)entry.Entity).IdNumber is { } number ? cipher.Fingerprint(number) : null;
}
