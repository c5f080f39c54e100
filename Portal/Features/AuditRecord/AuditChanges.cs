using System.Text.Json;
using Portal.Audit;

namespace Portal.Features.AuditRecord;

/// <summary>Reads the two sides of a row into one line a value. What is sealed stays so.</summary>
internal static class AuditChanges
{
    public static IReadOnlyList<AuditChange> Of(string? before, string? after)
    {
        var was = Values(before);
        var became = Values(after);
        return
        [
            .. was.Keys.Union(became.Keys, StringComparer.Ordinal).Select(name => new AuditChange(
                name,
                was.GetValueOrDefault(name).Text,
                became.GetValueOrDefault(name).Text,
                was.GetValueOrDefault(name).IsSealed || became.GetValueOrDefault(name).IsSealed)),
        ];
    }

    private static Dictionary<string, (string? Text, bool IsSealed)> Values(string? json)
    {
        var values = new Dictionary<string, (string?, bool)>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Add(values, "", document.RootElement);
        }

        return values;
    }

    private static void Add(Dictionary<string, (string?, bool)> values, string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.TryGetProperty(AuditValues.SealedMember, out _):
                values[name] = (null, true);
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
                values[name] = (null, false);
                break;
            default:
                values[name] = (element.ToString(), false);
                break;
        }
    }
}
