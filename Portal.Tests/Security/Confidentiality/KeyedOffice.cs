using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>An office with a key file of its own, and a look at what really is in its database.</summary>
internal sealed class KeyedOffice : IDbContextFactory<PortalDbContext>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-keyed-");
    private readonly PortalDb _db = new();
    private readonly FieldCipher _cipher;
    private readonly string _connection;

    public KeyedOffice()
    {
        using var db = _db.CreateDbContext();
        _connection = db.Database.GetConnectionString()!;
        Keys = KeyFile();
        Keys.Write(DataKeys.Create());
        _cipher = new FieldCipher(Keys.Read());
    }

    public KeyFile Keys { get; }

    public bool IsSqlite
    {
        get
        {
            using var db = _db.CreateDbContext();
            return db.Database.IsSqlite();
        }
    }

    public string Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(_connection).DataSource)!;

    public string FileName => Path.GetFileName(new SqliteConnectionStringBuilder(_connection).DataSource);

    /// <summary>The running portal: it read the key file when it started.</summary>
    public PortalDbContext CreateDbContext() => Open(_cipher);

    /// <summary>Another process over the same database and key file, such as a command.</summary>
    public IDbContextFactory<PortalDbContext> AnotherProcess() => new Other(this, new FieldCipher(KeyFile().Read()));

    public KeyFile KeyFile() => new(
        Options.Create(new KeysOptions { File = Path.Combine(_folder.FullName, "data.json") }), Options.Create(new PortalOptions()), new Place("Production", _folder.FullName));

    public Person Add(string number, string? phone = "15412345678", string name = "谭示安")
    {
        using var db = CreateDbContext();
        var person = Person.Citizen(PersonId.New(), name, IdentityNumber.FromStore(number), phone is null ? null : PhoneNumber.FromStore(phone), District.Tianyuan, null);
        db.People.Add(person);
        db.SaveChanges();
        return person;
    }

    public IReadOnlyList<string> Stored(string column, string table)
    {
        using var db = CreateDbContext();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT [{column}] FROM [{table}] WHERE [{column}] IS NOT NULL";
        db.Database.OpenConnection();
        using var reader = command.ExecuteReader();
        var stored = new List<string>();
        while (reader.Read())
        {
            stored.Add(reader.GetString(0));
        }

        return stored;
    }

    public void Write(FormattableString sql)
    {
        using var db = CreateDbContext();
        db.Database.ExecuteSql(sql);
    }

    public void Dispose()
    {
        _db.Dispose();
        _folder.Delete(recursive: true);
    }

    private PortalDbContext Open(FieldCipher cipher)
    {
        using var known = _db.CreateDbContext();
        return PortalDb.Beside(known, cipher, new VersionOnSave());
    }

    private sealed class Other(KeyedOffice office, FieldCipher cipher) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => office.Open(cipher);
    }
}
