using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Tests.EndToEnd;

namespace Portal.Tests.Security.Web;

/// <summary>The demonstration office, in which every text that people wrote has been replaced by something that tries to run as script. Fields are found in the model, so that a new one is in without being named.</summary>
public sealed class HostileOffice : IAsyncLifetime
{
    private const int Shortest = 17;

    /// <summary>Rows of a kind that are tried for a text that nobody has written.</summary>
    private const int Tries = 3;

    /// <summary>Room for what makes a unique text unique.</summary>
    private const int Counted = 6;

    /// <summary>What is unique and no longer is a number that the portal gave, not anybody's words.</summary>
    private const int LongestNumber = 20;

    /// <summary>One of each role.</summary>
    private static readonly string[] s_people = ["示例科员", "旷样田", "示例局长"];

    private static readonly MethodInfo s_load = typeof(HostileOffice).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public PortalInBrowser Portal { get; } = new();

    /// <summary>One account of each role, by the role.</summary>
    public IReadOnlyDictionary<PortalRole, AccountId> Accounts { get; private set; } = new Dictionary<PortalRole, AccountId>();

    public IReadOnlyCollection<string> Fields { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        Accounts = await db.Accounts.AsNoTracking()
            .Join(db.People.Where(p => s_people.Contains(p.FullName)), a => a.Person, p => p.Id, (a, _) => a)
            .ToDictionaryAsync(a => a.Role, a => a.Id);
        Fields = await SpoilAsync(db);
        Untouched = [.. TextsOf(db).Except(Fields).Order(StringComparer.Ordinal)];
    }

    /// <summary>Texts of which the demonstration office has none.</summary>
    public IReadOnlyList<string> Untouched { get; private set; } = [];

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static Task LoadAsync<T>(PortalDbContext db)
        where T : class => db.Set<T>().LoadAsync();

    private static async Task<IReadOnlyCollection<string>> SpoilAsync(PortalDbContext db)
    {
        var fields = new HashSet<string>();
        var turn = 0;
        var count = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.ClrType.Namespace != typeof(AuditEntry).Namespace))
        {
            await (Task)s_load.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
        }

        foreach (var entry in db.ChangeTracker.Entries().Where(e => !IsNoText(e.Entity)).ToList())
        {
            foreach (var text in entry.Properties.Where(IsOfPeople))
            {
                text.CurrentValue = Payloads.Some(ref turn, Room(text.Metadata)) + (IsUnique(text.Metadata) ? $"{++count}" : "");
                fields.Add(NameOf(text.Metadata));
            }
        }

        await db.SaveChangesAsync();
        foreach (var unwritten in db.ChangeTracker.Entries().ToList().SelectMany(e => e.Properties).Where(p => p.CurrentValue is null && IsText(p.Metadata) && !fields.Contains(NameOf(p.Metadata))).GroupBy(p => NameOf(p.Metadata)))
        {
            foreach (var text in unwritten.Take(Tries))
            {
                if (await IsLetAsync(db, text, Payloads.Some(ref turn, Room(text.Metadata))))
                {
                    fields.Add(unwritten.Key);
                }
            }
        }

        return fields;
    }

    /// <summary>Where there was no text, unless the database wants none in a row like this.</summary>
    private static async Task<bool> IsLetAsync(PortalDbContext db, PropertyEntry text, string payload)
    {
        try
        {
            text.CurrentValue = payload;
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            text.CurrentValue = null;
            text.EntityEntry.State = EntityState.Unchanged;
            return false;
        }
    }

    // The longest that an encrypted column takes is longer than what is encrypted in it.
    private static int Room(IProperty text) => ProtectedColumns.IsProtected(text) ? Longest(text.GetMaxLength()!.Value) : (text.GetMaxLength() ?? int.MaxValue) - Counted;

    private static int Longest(int stored)
    {
        var longest = Shortest;
        while (FieldCipher.StoredLength(longest + 1) <= stored)
        {
            longest++;
        }

        return longest;
    }

    private static string NameOf(IReadOnlyProperty text) => $"{text.DeclaringType.ClrType.Name}.{text.Name}";

    private static IEnumerable<string> TextsOf(PortalDbContext db) =>
        from type in db.Model.GetEntityTypes()
        where type.ClrType.Namespace != typeof(AuditEntry).Namespace
        from property in type.GetProperties()
        where IsText(property)
        select NameOf(property);

    private static bool IsText(IProperty property) =>
        property.ClrType == typeof(string)
        && !property.IsKey()
        && property.GetMaxLength() is null or >= Shortest
        && !(IsUnique(property) && property.GetMaxLength() <= LongestNumber);

    private static bool IsOfPeople(PropertyEntry property) =>
        property.CurrentValue is string && IsText(property.Metadata);

    /// <summary>Most settings are numbers and days in words of the database; those that are text stand on documents.</summary>
    private static bool IsNoText(object row) =>
        row is SettingRow setting && typeof(OfficeSettings).GetProperty(setting.Key)?.PropertyType != typeof(string);

    private static bool IsUnique(IProperty property) => property.GetContainingIndexes().Any(i => i.IsUnique);
}
