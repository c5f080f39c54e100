using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
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

    private static async Task<IReadOnlyCollection<string>> SpoilAsync(PortalDbContext db)
    {
        var fields = new HashSet<string>();
        var turn = 0;
        var count = 0;
        await db.People.LoadAsync();
        await db.Agencies.LoadAsync();
        await db.Groups.LoadAsync();
        await db.Appointments.LoadAsync();
        await db.Activities.LoadAsync();
        await db.Participations.LoadAsync();
        await db.Recusals.LoadAsync();
        await db.Findings.Include(f => f.Events).AsSplitQuery().LoadAsync();
        foreach (var entry in db.ChangeTracker.Entries().ToList())
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

    private static bool IsUnique(PropertyEntry property) => property.Metadata.GetContainingIndexes().Any(i => i.IsUnique);
}
