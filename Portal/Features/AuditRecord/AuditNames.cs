using System.Reflection;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Access;
using Portal.Audit;
using Portal.Exports;

namespace Portal.Features.AuditRecord;

/// <summary>What stands in the record as an act or as a kind of object.</summary>
public static class AuditNames
{
    public static IReadOnlyList<string> Acts { get; } =
    [
        .. typeof(AuditActs).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
        .. typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<OperationAuthorizationRequirement>().Select(p => p.Name),
    ];

    public static IReadOnlyList<string> ObjectTypes { get; } = [.. AuditedTypes.Named.Select(AuditedTypes.ObjectTypeOf).Append(nameof(AuditEntry)).Append(ExportOf.Book).Order(StringComparer.Ordinal)];
}
