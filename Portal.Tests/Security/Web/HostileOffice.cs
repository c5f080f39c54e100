using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Tests.EndToEnd;

namespace Portal.Tests.Security.Web;

/// <summary>The demonstration office, in which every text that people wrote has been replaced by something that tries to run as script. Fields are found in the model, so that a new one is in without being named.</summary>
public sealed class HostileOffice : IAsyncLifetime
{
    private const int Shortest = 17;

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
    }

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
            foreach (var text in entry.Properties.Where(p => IsOfPeople(entry, p)))
            {
                var room = (text.Metadata.GetMaxLength() ?? int.MaxValue) - Counted;
                text.CurrentValue = Payloads.Next(ref turn, room) + (IsUnique(text) ? $"{++count}" : "");
                fields.Add($"{entry.Metadata.ClrType.Name}.{text.Metadata.Name}");
            }
        }

        await db.SaveChangesAsync();
        return fields;
    }

    private static bool IsOfPeople(EntityEntry entry, PropertyEntry property) =>
        property.Metadata.ClrType == typeof(string)
        && property.CurrentValue is string
        && !property.Metadata.IsKey()
        && property.Metadata.GetMaxLength() is null or >= Shortest
        && !(IsUnique(property) && property.Metadata.GetMaxLength() <= LongestNumber);

    /// <summary>Most settings are numbers and days in words of the database; those that are text stand on documents.</summary>
    private static bool IsNoText(object row) =>
        row is SettingRow setting && typeof(OfficeSettings).GetProperty(setting.Key)?.PropertyType != typeof(string);

    private static bool IsUnique(PropertyEntry property) => property.Metadata.GetContainingIndexes().Any(i => i.IsUnique);
}
