using System.Text.Json;
using Portal.Audit;

namespace Portal.Features.AuditRecord;

/// <summary>Reads the two sides of a row into one line a value. What is sealed stays so.</summary>
internal static class AuditChanges
{
    /// <param name="erased">The keys that are gone.</param>
    public static IReadOnlyList<AuditChange> Of(string? before, string? after, IReadOnlySet<string> erased)
    {
        var was = Values(before);
        var became = Values(after);
        return
        [
            .. was.Keys.Union(became.Keys, StringComparer.Ordinal).Select(name => new AuditChange(
                name,
                was.GetValueOrDefault(name).Text,
                became.GetValueOrDefault(name).Text,
                was.GetValueOrDefault(name).IsSealed || became.GetValueOrDefault(name).IsSealed,
                (was.GetValueOrDefault(name).Key ?? became.GetValueOrDefault(name).Key) is { } key && erased.Contains(key))),
        ];
    }

    /// <summary>The keys that the sealed values of a row name.</summary>
    public static IEnumerable<string> KeysOf(string? json) => Values(json).Values.Select(v => v.Key).OfType<string>();

    private static Dictionary<string, (string? Text, bool IsSealed, string? Key)> Values(string? json)
    {
        var values = new Dictionary<string, (string?, bool, string?)>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Add(values, "", document.RootElement);
        }

        return values;
    }

    private static void Add(Dictionary<string, (string?, bool, string?)> values, string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.TryGetProperty(AuditValues.SealedMember, out var text):
                values[name] = (null, true, AuditSeals.NameIn(text.GetString()!));
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Add(values, name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(values, index++ == 0 ? name : $"{name}({index})", item);
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
