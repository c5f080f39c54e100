using System.Collections.Concurrent;
using System.Reflection;
using Portal.Audit;

namespace Portal.Features.AuditRecord;

/// <summary>What kind of value stands behind a name in the record, so that it can be said in words.</summary>
internal static class AuditFields
{
    private static readonly Dictionary<string, Type> s_objects = AuditedTypes.Named.ToDictionary(AuditedTypes.ObjectTypeOf, StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Object, string Name), Type?> s_known = new();

    /// <param name="name">As in <see cref="AuditChange.Name"/>: <c>Part.Property</c>, and <c>Parts(2).Property</c> for the second of several.</param>
    /// <returns><c>null</c> for a name of an older version, or of nothing that is kept.</returns>
    public static Type? TypeOf(string? objectType, string name) => objectType is null ? null : s_known.GetOrAdd((objectType, name), Find);

    private static Type? Find((string Object, string Name) field)
    {
        var type = s_objects.GetValueOrDefault(field.Object);
        foreach (var step in field.Name.Split('.'))
        {
            type = type?.GetProperty(step.Split('(')[0], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.PropertyType is { } found ? Each(found) : null;
        }

        return type;
    }

    private static Type Each(Type type) => Nullable.GetUnderlyingType(type)
        ?? (type == typeof(string) ? null : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0])
        ?? type;
}
