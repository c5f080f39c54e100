using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.People;

namespace Portal.Data;

/// <summary>Raises the version of every changed aggregate, also where only a part of it changed, so that whoever read an older one is refused. One way for both providers.</summary>
internal sealed class VersionOnSave : ChangesOnSave
{
    protected override void Change(DbContext db)
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var changedParts = entries
            .Where(e => e.Metadata.IsOwned() && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(OwnerKey)
            .ToHashSet();
        foreach (var entry in entries.Where(e => !e.Metadata.IsOwned() && e.Metadata.FindProperty(nameof(Person.Version)) is not null))
        {
            var partChanged = entry.State == EntityState.Unchanged && changedParts.Contains((entry.Metadata.ClrType, Key(entry)));
            if (entry.State == EntityState.Modified || partChanged)
            {
                var version = entry.Property(nameof(Person.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
    }

    private static (Type Owner, object? Key) OwnerKey(EntityEntry part)
    {
        var ownership = part.Metadata.FindOwnership()!;
        return (ownership.PrincipalEntityType.ClrType, part.Property(ownership.Properties[0].Name).CurrentValue);
    }

    private static object? Key(EntityEntry entry) => entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue;
}
