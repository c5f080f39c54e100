using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Portal.Audit;

/// <summary>One changed object with its owned parts, written as compact JSON: what changed, as it was and as it is. A sealed value is an object with one member, <see cref="SealedMember"/>.</summary>
internal sealed class AuditValues(Func<string, string> seal)
{
    public const string SealedMember = "~";

    /// <summary>What is read is JSON, never a page.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // Bytes that most rows have room in.
    private const int Usual = 1024;

    private static readonly JsonWriterOptions s_json = new() { Encoder = Encoder, SkipValidation = true };

    public string? Before(AuditedRow root, List<AuditedRow> parts) => Json(root, parts, was: true);

    public string? After(AuditedRow root, List<AuditedRow> parts) => Json(root, parts, was: false);

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

    private string? Json(AuditedRow root, List<AuditedRow> parts, bool was)
    {
        var isThere = was ? root.Was : root.Is;
        if (parts.Count == 0 && !isThere)
        {
            return null;
        }

        var bytes = new ArrayBufferWriter<byte>(Usual);
        var wrote = false;
        using (var json = new Utf8JsonWriter(bytes, s_json))
        {
            json.WriteStartObject();
            wrote |= isThere && Properties(json, root, was);
            foreach (var same in parts.Where(p => was ? p.Was : p.Is).GroupBy(p => p.Kind))
            {
                wrote = true;
                json.WritePropertyName(same.Key.Part!.Value);
                if (same.Key.IsOneOfSeveral)
                {
                    json.WriteStartArray();
                }

                foreach (var part in same)
                {
                    json.WriteStartObject();
                    Properties(json, part, was);
                    json.WriteEndObject();
                }

                if (same.Key.IsOneOfSeveral)
                {
                    json.WriteEndArray();
                }
            }

            json.WriteEndObject();
        }

        return wrote ? Encoding.UTF8.GetString(bytes.WrittenSpan) : null;
    }

    private bool Properties(Utf8JsonWriter json, AuditedRow row, bool was)
    {
        var wrote = false;
        foreach (var property in row.Written)
        {
            var value = row.Value(property, was);
            if (value is null && row.State != EntityState.Modified)
            {
                continue;
            }

            wrote = true;
            json.WritePropertyName(property.Name);
            if (value is not null && property.IsSealed)
            {
                Sealed(json, Text(value));
            }
            else
            {
                Plain(json, value);
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
