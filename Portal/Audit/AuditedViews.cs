using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Access;

namespace Portal.Audit;

/// <summary>Pages that show protected data and follow changes: one page left open is one reading, put down again after a quarter of an hour, not at every save of somebody else.</summary>
public sealed class AuditedViews(AuditTrail trail, TimeProvider clock)
{
    public static readonly TimeSpan OneReading = TimeSpan.FromMinutes(15);

    private readonly Dictionary<(PersonSeen Who, AuditedObject What), DateTimeOffset> _seen = [];

    /// <summary>Like <see cref="AuditTrail.RecordReadAsync"/>, once a quarter of an hour for the same reader, permission and object of one circuit.</summary>
    public async Task RecordAsync(Actor reader, OperationAuthorizationRequirement permission, AuditedObject what, CancellationToken cancellationToken = default)
    {
        var key = (new PersonSeen(reader.Person.Value, reader.Role, permission.Name), what);
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue(key, out var at) && at <= now && now - at < OneReading)
        {
            return;
        }

        await trail.RecordReadAsync(reader, permission, what, cancellationToken: cancellationToken);
        _seen[key] = now;
    }

    private readonly record struct PersonSeen(Guid Person, PortalRole Role, string Permission);
}
