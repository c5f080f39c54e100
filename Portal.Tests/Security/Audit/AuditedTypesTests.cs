using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.People;
using Portal.Features.AuditRecord;
using Portal.Tests.House;

namespace Portal.Tests.Security.Audit;

/// <summary>What is put down, decided for every kind of row; and no way around it.</summary>
public sealed class AuditedTypesTests
{
    // Writes that no save makes: each names why the record need not know.
    private static readonly Dictionary<string, string> s_aroundTheSave = new(StringComparer.Ordinal)
    {
        ["Portal/Drafts/DraftService.cs"] = "drafts are excluded",
        ["Portal/Access/Sessions/SessionStore.cs"] = "sessions are excluded: each sign-in and its end has a row of its own",
        ["Portal/Configuration/Health.cs"] = "a change that changes nothing, to see whether one could be made",
        ["Portal/Data/ProtectedRows.cs"] = "frees the pages that held what is encrypted now",
    };

    [Fact]
    public void Every_kind_of_row_is_audited_or_excluded_with_a_reason()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var roots = db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).ToList();

        Assert.Empty(roots.Except(AuditedTypes.Named).Except(AuditedTypes.Excluded.Keys));
        Assert.Empty(AuditedTypes.Named.Intersect(AuditedTypes.Excluded.Keys));
        Assert.All(AuditedTypes.Excluded.Values, reason => Assert.NotEmpty(reason));
    }

    [Fact]
    public void What_is_decided_about_a_property_names_one_that_exists()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var unknown =
            from type in AuditedTypes.Named
            let entity = db.Model.FindEntityType(type)!
            from name in AuditedTypes.Of(type).Plain.Concat(AuditedTypes.Of(type).Sealed)
            where !Exists(entity, name)
            select $"{type.Name}.{name}";

        Assert.Empty(unknown);
    }

    [Fact]
    public void An_owner_counts_its_parts_changes()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        Assert.All(db.Model.GetEntityTypes().Where(t => t.IsOwned()), part => Assert.NotNull(part.FindOwnership()!.PrincipalEntityType.FindProperty(nameof(Person.Version))));
    }

    [Theory]
    [InlineData("ExecuteUpdate")]
    [InlineData("ExecuteDelete")]
    [InlineData("ExecuteSql")]
    public void Nothing_is_written_around_the_save(string call)
    {
        var around = Repository.Files("Portal", ".cs")
            .Where(file => !s_aroundTheSave.ContainsKey(file.Path))
            .SelectMany(file => file.Code().Where(line => line.Line.Contains(call, StringComparison.Ordinal)).Select(line => $"{file.Path}({line.Number}): {line.Line}"));

        Assert.Empty(around);
        Assert.All(s_aroundTheSave.Keys, path => Assert.True(File.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void Every_act_kind_and_value_has_words(string language)
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var values =
            from type in db.Model.GetEntityTypes()
            let root = type.IsOwned() ? type.FindOwnership()!.PrincipalEntityType : type
            where AuditedTypes.Named.Contains(root.ClrType)
            from property in type.GetProperties()
            where !property.IsShadowProperty() && property.Name != nameof(Person.Version) && !(property.IsPrimaryKey() && !type.IsOwned())
            select $"Field_{property.Name}";
        var keys = AuditNames.Acts.Select(a => $"Act_{a}")
            .Concat(AuditNames.ObjectTypes.Select(t => $"Object_{t}"))
            .Concat(Enum.GetNames<AuditFault>().Select(f => $"Fault_{f}"))
            .Concat(Enum.GetNames<AuditOutcome>().Select(o => $"Outcome_{o}"))
            .Concat(values);
        var words = AuditText.ResourceManager.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;

        string[] wordless = [.. keys.Distinct().Where(key => string.IsNullOrWhiteSpace(words.GetString(key)))];
        Assert.Empty(wordless);
    }

    private static bool Exists(IEntityType entity, string name) => name.Split('.') is [var part, var property]
        ? entity.FindNavigation(part)?.TargetEntityType.FindProperty(property) is not null
        : entity.FindProperty(name) is not null;
}
