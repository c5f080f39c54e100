using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Data;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree cannot call a static member of an interface.
    private static TId Make(Guid value) => TId.From(value);
}

/// <summary>Instants are kept as UTC <see cref="DateTime"/>: SQLite cannot order a <see cref="DateTimeOffset"/>.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc), TimeSpan.Zero));

internal sealed class IdentityNumberConverter() : ValueConverter<IdentityNumber, string>(number => number.Value, stored => IdentityNumber.FromStore(stored));

internal sealed class PhoneNumberConverter() : ValueConverter<PhoneNumber, string>(number => number.Value, stored => PhoneNumber.FromStore(stored));
