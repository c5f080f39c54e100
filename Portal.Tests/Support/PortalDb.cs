using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Time.Testing;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Live;

namespace Portal.Tests.Support;

/// <summary>A database of one test, made by the real migrations: a file, since writers and readers need connections of their own. Set PORTAL_TEST_SQLSERVER to a connection string and the same tests run there.</summary>
public sealed class PortalDb : IDbContextFactory<PortalDbContext>, IDisposable
{
    private static readonly string? s_sqlServer = Environment.GetEnvironmentVariable("PORTAL_TEST_SQLSERVER");
    private static readonly Lazy<string> s_template = new(MakeTemplate);
    private static readonly Lazy<string[]> s_script = new(MakeScript);
    private static readonly Lock s_creating = new();

    private readonly string _name = $"portal-{Guid.CreateVersion7():N}";
    private readonly Func<PortalDbContext> _open;
    private readonly bool _isEmbedded;

    public PortalDb()
        : this(s_sqlServer)
    {
    }

    private PortalDb(string? sqlServer)
    {
        _isEmbedded = sqlServer is null;
        if (sqlServer is null)
        {
            File.Copy(s_template.Value, FilePath);
            _open = () => Sqlite(FilePath, Pulse, Clock);
        }
        else
        {
            var connection = $"{sqlServer};Initial Catalog={_name}";
            _open = () => new SqlServerPortalDbContext(
                SqlServer(connection).AddInterceptors(new PlainTextOnSave(), new VersionOnSave(), new AuditOnSave(Keys, Clock), new PulseOnSave(Pulse)).ConfigureWarnings(NoProductOfCollections).Options, TestKeys.Cipher);
            using var db = _open();
            Create(db);
            Seed(db);
        }
    }

    /// <summary>The keys of every test's office.</summary>
    public static DataKeys Keys => TestKeys.Keys;

    /// <summary>What the audit record's rows are dated by.</summary>
    public FakeTimeProvider Clock { get; } = OfficeClock.At(OfficeClock.Anchor);

    public ChangePulse Pulse { get; } = new();

    public UnitOfWork Work => new(this);

    public AuditTrail Trail => new(Work);

    /// <summary>What one circuit has put down of its readings.</summary>
    public AuditedViews Views => new(Trail, Clock);

    private string FilePath => Path.Combine(Path.GetTempPath(), $"{_name}.db");

    public PortalDbContext CreateDbContext() => _open();

    /// <summary>SQLite whatever is set: for what is not about the database and looks at a page the moment it is rendered, which a server's answer has not reached then.</summary>
    public static PortalDb Embedded() => new(sqlServer: null);

    public void Dispose()
    {
        if (_isEmbedded)
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), $"{_name}.db*"))
            {
                File.Delete(file);
            }
        }
        else
        {
            using var db = CreateDbContext();
            db.Database.EnsureDeleted();
        }
    }

    private static SqlitePortalDbContext Sqlite(string path, ChangePulse pulse, TimeProvider clock) => new(
        new DbContextOptionsBuilder<SqlitePortalDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString())
            .AddInterceptors(new SecureDelete(), new PlainTextOnSave(), new VersionOnSave(), new AuditOnSave(Keys, clock), new PulseOnSave(pulse))
            .ConfigureWarnings(NoProductOfCollections)
            .Options,
        TestKeys.Cipher);

    // A finding's authors and steps in one query are their product: whoever reads both says how.
    private static void NoProductOfCollections(WarningsConfigurationBuilder warnings) => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning);

    /// <summary>Another context over the database of one that there is, with interceptors of its own alone.</summary>
    internal static PortalDbContext Beside(PortalDbContext known, FieldCipher cipher, params IInterceptor[] interceptors)
    {
        var connection = known.Database.GetConnectionString()!;
        return known.Database.IsSqlite()
            ? new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(connection).AddInterceptors(interceptors).Options, cipher)
            : new SqlServerPortalDbContext(SqlServer(connection).AddInterceptors(interceptors).Options, cipher);
    }

    internal static DbContextOptionsBuilder<SqlServerPortalDbContext> SqlServer(string connection) =>
        (DbContextOptionsBuilder<SqlServerPortalDbContext>)new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseOfficeSqlServer(connection);

    // By the script that an office is set up with: migrating builds every older model for each test anew. One at a time: the server copies a database of its own, and locks it.
    private static void Create(PortalDbContext db)
    {
        lock (s_creating)
        {
            db.GetService<IRelationalDatabaseCreator>().Create();
        }

        db.Database.OpenConnection();
        foreach (var batch in s_script.Value)
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = batch;
            command.ExecuteNonQuery();
        }

        db.Database.CloseConnection();
    }

    private static string[] MakeScript()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        return [.. db.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n").Split("\nGO\n").Where(batch => !string.IsNullOrWhiteSpace(batch))];
    }

    private static string MakeTemplate()
    {
        var path = Path.Combine(Path.GetTempPath(), $"portal-template-{Guid.CreateVersion7():N}.db");
        using (var db = Sqlite(path, new ChangePulse(), OfficeClock.At(OfficeClock.Anchor)))
        {
            db.Database.Migrate();
            Seed(db);
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    }

    private static void Seed(PortalDbContext db)
    {
        ReferenceData.EnsureAsync(db, CancellationToken.None).GetAwaiter().GetResult();
        db.SaveChanges();
    }
}
