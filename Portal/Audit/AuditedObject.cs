using System.Collections.Concurrent;
using Portal.Domain.Rules;

namespace Portal.Audit;

/// <summary>What an act was about: the kind of thing and its key, as they stand in the record.</summary>
public readonly record struct AuditedObject(string Type, string Id)
{
    /// <summary>Stands for the key where an act was about a list.</summary>
    public const string Every = "*";

    private const string IdSuffix = "Id";

    private static readonly ConcurrentDictionary<Type, string?> s_named = new();

    /// <summary>The thing that an id names: a <c>FindingId</c> names a <c>Finding</c>.</summary>
    public static AuditedObject Of<TId>(TId id)
        where TId : struct, ITypedId<TId> =>
        new(TypeOf(typeof(TId), typeof(TId).Name), KeyText(id.Value));

    /// <summary>A list of such things.</summary>
    public static AuditedObject All<TId>()
        where TId : struct, ITypedId<TId> => new(TypeOf(typeof(TId), typeof(TId).Name), Every);

    /// <summary>The kind of thing that a key names; of a key that is no id of its own, what it is called otherwise.</summary>
    internal static string TypeOf(Type key, string otherwise) => s_named.GetOrAdd(key, NamedBy) ?? otherwise;

    internal static string KeyText(Guid id) => id.ToString("D");

    private static string? NamedBy(Type key) =>
        Array.Exists(key.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)) ? key.Name[..^IdSuffix.Length] : null;
}
