using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Audit;

/// <summary>One changed object with its owned parts, written as compact JSON: what changed, as it was and as it is. A sealed value is an object with one member, <see cref="SealedMember"/>.</summary>
internal sealed class AuditValues(AuditedType type, Func<string, string> seal)
{
    public const string SealedMember = "~";

    /// <summary>What is read is JSON, never a page.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions s_json = new() { Encoder = Encoder, SkipValidation = true };

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
        if (parts.Count == 0 && !Has(root, was))
        {
            return null;
        }

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
        foreach (var property in entry.Metadata.GetProperties())
        {
            var how = AuditedProperty.Of(property, type, prefix);
            if (how.IsSkipped)
            {
                continue;
            }

            var current = entry.Property(property);
            var value = was ? current.OriginalValue : current.CurrentValue;
            if (entry.State == EntityState.Modified ? !current.IsModified && !how.IsPartsKey : value is null)
            {
                continue;
            }

            wrote = true;
            json.WritePropertyName(how.Name);
            var stored = value is null ? null : how.Stored(value);
            if (stored is not null && how.IsSealed)
            {
                Sealed(json, Text(stored));
            }
            else
            {
                Plain(json, stored);
            }
        }

        return wrote;
    }

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
