using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Portal.Data;

namespace Portal.Tests.House;

/// <summary>Two providers, one model: what a database is made with is what the code expects, and what must hold is in the database too.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly SqlitePortalDbContext _sqlite = new SqliteDesignTime().CreateDbContext([]);
    private readonly SqlServerPortalDbContext _sqlServer = new SqlServerDesignTime().CreateDbContext([]);

    public static TheoryData<string, string> NamedInvariants => new()
    {
        { "one active appointment a person (A4-1)", "CREATE UNIQUE INDEX [IX_Appointments_OneActive] ON [Appointments] ([Person]) WHERE [State] = ''Active''" },
        { "one active card a person (A4-2)", "CREATE UNIQUE INDEX [IX_SupervisorCards_OneActive] ON [SupervisorCards] ([Person]) WHERE [State] = ''Active''" },
        { "a card number once (A4-5)", "CREATE UNIQUE INDEX [IX_SupervisorCards_Number] ON [SupervisorCards] ([Number])" },
        { "a finding number once (A4-5)", "CREATE UNIQUE INDEX [IX_Findings_Number] ON [Findings] ([Number])" },
        { "an activity number once (A4-5)", "CREATE UNIQUE INDEX [IX_Activities_Number] ON [Activities] ([Number])" },
        { "one recusal from an agency (A2.11)", "CREATE UNIQUE INDEX [IX_Recusals_OneAgency] ON [Recusals] ([Person], [Agency]) WHERE" },
        { "one recusal from an activity (A2.11)", "CREATE UNIQUE INDEX [IX_Recusals_OneActivity] ON [Recusals] ([Person], [Activity]) WHERE" },
        { "one recusal from a finding (A2.11)", "CREATE UNIQUE INDEX [IX_Recusals_OneFinding] ON [Recusals] ([Person], [Finding]) WHERE" },
        { "exactly one matter (Article 11)", "CONSTRAINT [CK_Recusals_OneMatter] CHECK" },
        { "closed means fed back (A4-7)", "CONSTRAINT [CK_Findings_ClosedIsFedBack] CHECK" },
        { "ordered means a deadline (A4-8)", "CONSTRAINT [CK_Findings_OrderedHasDeadline] CHECK" },
        { "a finding says what it is about (Article 14)", "CONSTRAINT [CK_Findings_Target] CHECK" },
        { "a term does not end before it begins (Article 17)", "CONSTRAINT [CK_Appointments_Term] CHECK" },
        { "one part in an activity a person (A2.10)", "CREATE UNIQUE INDEX [IX_Participations_Activity_Person] ON [Participations] ([Activity], [Person])" },
        { "one identity number a person", "CREATE UNIQUE INDEX [IX_People_IdNumberHash] ON [People] ([IdNumberHash]) WHERE" },
        { "one legal hold a person", "CREATE UNIQUE INDEX [IX_LegalHolds_OnePerson] ON [LegalHolds] ([Person]) WHERE" },
        { "one legal hold a finding", "CREATE UNIQUE INDEX [IX_LegalHolds_OneFinding] ON [LegalHolds] ([Finding]) WHERE" },
        { "a hold is on one thing", "CONSTRAINT [CK_LegalHolds_OneSubject] CHECK" },
        { "one retention run a day", "CONSTRAINT [PK_RetentionRuns] PRIMARY KEY ([Day])" },
        { "one account a person", "CREATE UNIQUE INDEX [IX_Accounts_Person] ON [Accounts] ([Person])" },
    };

    public void Dispose()
    {
        _sqlite.Dispose();
        _sqlServer.Dispose();
    }

    [Fact]
    public void The_migrations_of_the_embedded_database_match_the_model() => Assert.False(_sqlite.Database.HasPendingModelChanges());

    [Fact]
    public void The_migrations_of_the_large_database_match_the_model() => Assert.False(_sqlServer.Database.HasPendingModelChanges());

    [Fact]
    public void Both_sets_have_the_same_migrations()
    {
        Assert.Equal(Names(_sqlite), Names(_sqlServer));
        Assert.NotEmpty(Names(_sqlite));

        static IEnumerable<string> Names(DbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_the_large_database_can_be_read_by_it(MigrationsSqlGenerationOptions options)
    {
        Assert.Empty(TransactSql.ErrorsOf(Script(options)));
        Assert.NotEmpty(TransactSql.ErrorsOf("CREATE TABEL [X] ([Id] int);"));
    }

    [Theory]
    [MemberData(nameof(NamedInvariants))]
    public void What_must_hold_is_in_the_script(string invariant, string statement)
    {
        Assert.True(Script(MigrationsSqlGenerationOptions.Idempotent).Contains(statement, StringComparison.Ordinal), $"Nothing in the database keeps: {invariant}.");
    }

    [Fact]
    public void No_column_keeps_an_offset()
    {
        Assert.Empty(Properties().Where(p => p.Property.GetRelationalTypeMapping().StoreType.Contains("offset", StringComparison.OrdinalIgnoreCase)
            || p.Property.GetRelationalTypeMapping().Converter is null && p.Property.ClrType == typeof(DateTimeOffset)).Select(p => p.Name));
    }

    [Fact]
    public void Every_text_has_a_length_and_a_collation()
    {
        var texts = Properties().Where(p => (p.Property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? p.Property.ClrType) == typeof(string)).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Where(p => p.Property.GetMaxLength() is null).Select(p => p.Name + " has no length"));
        Assert.Empty(texts.Where(p => p.Property.GetCollation() is null).Select(p => p.Name + " has no collation"));
    }

    private string Script(MigrationsSqlGenerationOptions options) => _sqlServer.GetService<IMigrator>().GenerateScript(options: options);

    private IEnumerable<(string Name, IProperty Property)> Properties() =>
        from db in new DbContext[] { _sqlite, _sqlServer }
        from entity in db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
        from property in entity.GetProperties()
        select ($"{db.GetType().Name}: {entity.DisplayName()}.{property.Name}", property);
}

/// <summary>What SQL Server would say to a text, without a server.</summary>
internal static class TransactSql
{
    public static IEnumerable<string> ErrorsOf(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(e => $"({e.Line},{e.Column}) {e.Message}");
    }
}
