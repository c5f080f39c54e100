using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Data;
using Portal.Domain.People;

namespace Portal.Audit;

/// <summary>How one property is put down.</summary>
internal sealed class AuditedProperty
{
    private readonly IProperty _property;
    private readonly IClrPropertyGetter? _getter;
    private readonly Func<object?, object?>? _convert;

    public AuditedProperty(IProperty property, AuditedType type, string prefix)
    {
        _property = property;
        // What a row has as its own is read from it; the change tracker is asked for the rest.
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        Name = JsonEncodedText.Encode(property.Name, AuditValues.Encoder);
        IsKey = property.IsPrimaryKey();
        IsSealed = type.Seals(prefix + property.Name, property.ClrType);
        _convert = ProtectedColumns.IsProtected(property) || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum ? null : property.GetTypeMapping().Converter?.ConvertToProvider;
    }

    public JsonEncodedText Name { get; }

    public bool IsKey { get; }

    public bool IsSealed { get; }

    public bool HasChanged(EntityEntry entry) => entry.Property(_property).IsModified;

    public object? Was(EntityEntry entry) => Stored(entry.Property(_property).OriginalValue);

    public object? Is(EntityEntry entry) => Stored(_getter is null ? entry.Property(_property).CurrentValue : _getter.GetClrValue(entry.Entity));

    // As it stands in the database; what is encrypted there is sealed here, and not twice.
    private object? Stored(object? value) => value switch
    {
        null => null,
        IdentityNumber number => number.Value,
        PhoneNumber number => number.Value,
        Enum word => word.ToString(),
        _ => _convert is null ? value : _convert(value),
    };
}
