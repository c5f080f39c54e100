using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Data;
using Portal.Domain.People;

namespace Portal.Audit;

/// <summary>How one property is put down, decided once for a model: looking at types takes longer than writing a value.</summary>
internal sealed class AuditedProperty
{
    private readonly Func<object?, object?>? _convert;

    private AuditedProperty(IProperty property, AuditedType type, string prefix)
    {
        var isPart = property.DeclaringType.ContainingEntityType is { } entity && entity.IsOwned();
        var isOwner = isPart && ((IEntityType)property.DeclaringType).FindOwnership()!.Properties.Contains(property);
        Name = JsonEncodedText.Encode(property.Name, AuditValues.Encoder);
        // The key of the object stands in its own columns of the record, and a version only counts.
        IsSkipped = property.Name == nameof(Person.Version) || (isPart ? isOwner : property.IsPrimaryKey());
        IsPartsKey = isPart && property.IsPrimaryKey();
        IsSealed = type.Seals(prefix + property.Name, property.ClrType);
        _convert = ProtectedColumns.IsProtected(property) || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum ? null : property.GetTypeMapping().Converter?.ConvertToProvider;
    }

    public JsonEncodedText Name { get; }

    public bool IsSkipped { get; }

    public bool IsPartsKey { get; }

    public bool IsSealed { get; }

    public static AuditedProperty Of(IProperty property, AuditedType type, string prefix) =>
        property.GetOrAddRuntimeAnnotationValue(nameof(AuditedProperty), static p => new AuditedProperty(p.Property, p.Type, p.Prefix), (Property: property, Type: type, Prefix: prefix));

    /// <summary>As it stands in the database; what is encrypted there is sealed here, and not twice.</summary>
    public object? Stored(object value) => value switch
    {
        IdentityNumber number => number.Value,
        PhoneNumber number => number.Value,
        Enum word => word.ToString(),
        _ => _convert is null ? value : _convert(value),
    };
}
