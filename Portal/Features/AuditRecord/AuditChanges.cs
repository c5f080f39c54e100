using System.Text.Json;
using Portal.Audit;

namespace Portal.Features.AuditRecord;

/// <summary>Reads the two sides of a row into one line a value.</summary>
internal static class AuditChanges
{
    /// <param name="erased">The keys that are gone.</param>
    /// <param name="open">Opens what is sealed, or cannot; without it, it stays so.</param>
    public static IReadOnlyList<AuditChange> Of(string? before, string? after, IReadOnlySet<string> erased, Func<string, string?>? open = null)
    {
        var was = Values(before, open);
        var became = Values(after, open);
        return
        [
            .. was.Keys.Union(became.Keys, StringComparer.Ordinal).Select(name => new AuditChange(
                name,
                was.GetValueOrDefault(name).Text,
                became.GetValueOrDefault(name).Text,
                was.GetValueOrDefault(name).IsSealed || became.GetValueOrDefault(name).IsSealed,
                IsErased(was.GetValueOrDefault(name)) || IsErased(became.GetValueOrDefault(name)))),
        ];

        // Asked to open it, whoever could not finds it gone.
        bool IsErased((string? Text, bool IsSealed, string? Key) value) => value.IsSealed && (open is not null || (value.Key is { } key && erased.Contains(key)));
    }

    /// <summary>The keys that the sealed values of a row name.</summary>
    public static IEnumerable<string> KeysOf(string? json) => Values(json, open: null).Values.Select(v => v.Key).OfType<string>();

    private static Dictionary<string, (string? Text, bool IsSealed, string? Key)> Values(string? json, Func<string, string?>? open)
    {
        var values = new Dictionary<string, (string?, bool, string?)>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Add(values, "", document.RootElement, open);
        }

        return values;
    }

    private static void Add(Dictionary<string, (string?, bool, string?)> values, string name, JsonElement element, Func<string, string?>? open)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.TryGetProperty(AuditValues.SealedMember, out var text):
                var clear = open?.Invoke(text.GetString()!);
                values[name] = (clear, clear is null, AuditSeals.NameIn(text.GetString()!));
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Add(values, name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value, open);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(values, index++ == 0 ? name : $"{name}({index})", item, open);
                }

                break;
            case JsonValueKind.Null:
                values[name] = (null, false, null);
                break;
            default:
                values[name] = (element.ToString(), false, null);
                break;
        }
    }
}
