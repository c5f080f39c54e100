using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Domain.People;

namespace Portal.Audit;

/// <summary>How the rows of one table are put down, decided once for a model: looking at types takes longer than writing values.</summary>
internal sealed class AuditedKind
{
    private readonly IProperty _key;
    private readonly Func<object?, object?>? _convertKey;
    private readonly string _objectType;

    private AuditedKind(IEntityType type)
    {
        var owner = type.FindOwnership();
        Whole = owner?.PrincipalEntityType.ClrType ?? type.ClrType;
        Type = AuditedTypes.Of(Whole);
        IsExcluded = AuditedTypes.Excluded.ContainsKey(Whole);
        _key = owner is null ? type.FindPrimaryKey()!.Properties[0] : owner.Properties[0];
        _convertKey = _key.ClrType.IsEnum ? null : _key.GetTypeMapping().Converter?.ConvertToProvider;
        _objectType = AuditedObject.TypeOf(_key.ClrType, type.ClrType.Name);
        var part = owner?.PrincipalToDependent!.Name;
        Part = part is null ? null : JsonEncodedText.Encode(part, AuditValues.Encoder);
        IsOneOfSeveral = owner is { IsUnique: false };
        // The key of the object stands in its own columns of the record, and a version only counts.
        Properties =
        [
            .. type.GetProperties()
                .Where(p => p.Name != nameof(Person.Version) && !(owner is null ? p.IsPrimaryKey() : owner.Properties.Contains(p)))
                .Select(p => new AuditedProperty(p, Type, part is null ? "" : part + ".")),
        ];
    }

    /// <summary>What a row is, or is a part of.</summary>
    public Type Whole { get; }

    public AuditedType Type { get; }

    public bool IsExcluded { get; }

    /// <summary>What it is called as a part; <c>null</c> of what is whole.</summary>
    public JsonEncodedText? Part { get; }

    public bool IsOneOfSeveral { get; }

    public AuditedProperty[] Properties { get; }

    public static AuditedKind Of(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(nameof(AuditedKind), static type => new AuditedKind(type!), type);

    /// <summary>The key of the object that a row is, or is a part of.</summary>
    public object? KeyOf(EntityEntry entry) => entry.Property(_key).CurrentValue;

    public object? Stored(object? key) => _convertKey is null ? key : _convertKey(key);

    public AuditedObject Object(object? stored) => new(_objectType, AuditedTypes.KeyText(stored));
}

/// <summary>One row that a save makes, changes or removes.</summary>
internal sealed class AuditedRow
{
    private readonly EntityEntry _entry;

    public AuditedRow(EntityEntry entry, AuditedKind kind)
    {
        (_entry, Kind, State) = (entry, kind, entry.State);
        // Of what changed it is said which part it is; of a row that is made or removed, everything that it has.
        Written = State == EntityState.Modified ? Array.FindAll(kind.Properties, p => (kind.Part is not null && p.IsKey) || p.HasChanged(entry)) : kind.Properties;
    }

    public AuditedKind Kind { get; }

    public EntityState State { get; }

    public AuditedProperty[] Written { get; }

    public bool Was => State is EntityState.Modified or EntityState.Deleted;

    public bool Is => State is EntityState.Added or EntityState.Modified;

    public object? Value(AuditedProperty property, bool was) => was ? property.Was(_entry) : property.Is(_entry);
}
