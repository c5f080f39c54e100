using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Domain.People;

namespace Portal.Audit;

/// <summary>One changed object with its owned parts, written as compact JSON: what changed, as it was and as it is. A sealed value is an object with one member, <see cref="SealedMember"/>.</summary>
internal sealed class AuditValues(AuditedType type, Func<string, string> seal)
{
    public const string SealedMember = "~";

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public string? Before(EntityEntry root, IReadOnlyList<EntityEntry> parts) => Json(root, parts, was: true);

    public string? After(EntityEntry root, IReadOnlyList<EntityEntry> parts) => Json(root, parts, was: false);

    /// <summary>Facts of an act that changed no row.</summary>
    public string? Facts(AuditEvent happened)
    {
        if (happened.Facts.Count + happened.SealedFacts.Count == 0)
        {
            return null;
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, s_json))
        {
            json.WriteStartObject();
            foreach (var (name, value) in happened.Facts)
            {
                json.WritePropertyName(name);
                Plain(json, value);
            }

            foreach (var (name, value) in happened.SealedFacts)
            {
                json.WritePropertyName(name);
                Sealed(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private string? Json(EntityEntry root, IReadOnlyList<EntityEntry> parts, bool was)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var wrote = false;
        using (var json = new Utf8JsonWriter(bytes, s_json))
        {
            json.WriteStartObject();
            wrote |= Properties(json, root, "", was);
            foreach (var navigation in parts.GroupBy(p => p.Metadata.FindOwnership()!.PrincipalToDependent!.Name))
            {
                var shown = navigation.Where(p => Has(p, was)).ToList();
                if (shown.Count == 0)
                {
                    continue;
                }

                wrote = true;
                json.WritePropertyName(navigation.Key);
                var many = !shown[0].Metadata.FindOwnership()!.IsUnique;
                if (many)
                {
                    json.WriteStartArray();
                }

                foreach (var part in shown)
                {
                    json.WriteStartObject();
                    Properties(json, part, navigation.Key + ".", was);
                    json.WriteEndObject();
                }

                if (many)
                {
                    json.WriteEndArray();
                }
            }

            json.WriteEndObject();
        }

        return wrote ? Encoding.UTF8.GetString(bytes.WrittenSpan) : null;
    }

    private static bool Has(EntityEntry entry, bool was) => was ? entry.State is EntityState.Modified or EntityState.Deleted : entry.State is EntityState.Added or EntityState.Modified;

    private bool Properties(Utf8JsonWriter json, EntityEntry entry, string prefix, bool was)
    {
        if (!Has(entry, was))
        {
            return false;
        }

        var wrote = false;
        foreach (var property in entry.Properties)
        {
            var metadata = property.Metadata;
            var value = was ? property.OriginalValue : property.CurrentValue;
            if (Skipped(entry, metadata) || (entry.State == EntityState.Modified ? !property.IsModified && !IsPartsKey(entry, metadata) : value is null))
            {
                continue;
            }

            wrote = true;
            json.WritePropertyName(metadata.Name);
            if (value is not null && type.Seals(prefix + metadata.Name, metadata.ClrType))
            {
                Sealed(json, Text(Stored(metadata, value)));
            }
            else
            {
                Plain(json, value is null ? null : Stored(metadata, value));
            }
        }

        return wrote;
    }

    // The key of the object stands in its own columns of the record, and a version only counts.
    private static bool Skipped(EntityEntry entry, IProperty property) =>
        property.Name == nameof(Person.Version)
        || (entry.Metadata.IsOwned() ? property.IsForeignKey() && entry.Metadata.FindOwnership()!.Properties.Contains(property) : property.IsPrimaryKey());

    private static bool IsPartsKey(EntityEntry entry, IProperty property) => entry.Metadata.IsOwned() && property.IsPrimaryKey();

    private static object? Stored(IProperty property, object value) =>
        property.ClrType.IsEnum || value is Enum ? value.ToString() : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private void Sealed(Utf8JsonWriter json, string value)
    {
        json.WriteStartObject();
        json.WriteString(SealedMember, seal(value));
        json.WriteEndObject();
    }

    private static void Plain(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static string Text(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
