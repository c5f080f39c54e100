using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Confidentiality;

namespace Portal.Data;

/// <summary>How much of what is stored had to be written anew.</summary>
public sealed record MovedRows(string Column, int Values);

/// <summary>Writes protected columns anew under the current key while the portal is in use. What is already under it is left alone, so that it can be stopped anywhere and begun again.</summary>
/// <remarks>Past the change tracker: nothing has changed that a person could see, so that no version is raised and nobody's form is refused. A value that somebody changes meanwhile is theirs: it is compared before it is replaced.</remarks>
internal sealed class ProtectedRows(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>Values of one transaction: short enough that nobody waits for it.</summary>
    public const int Batch = 200;

    private readonly UnitOfWork _work = new(contexts);

    /// <summary>What still is under an older key, or under none.</summary>
    public Task<int> OutdatedAsync(CancellationToken cancellationToken) => CountAsync(db => db.Cipher.CurrentMark, cancellationToken);

    /// <summary>Brings everything under the current key.</summary>
    public Task<IReadOnlyList<MovedRows>> MoveAsync(CancellationToken cancellationToken) => MoveAsync(db => db.Cipher.CurrentMark, cancellationToken);

    /// <summary>Brings values under the key that come from before there was encryption, and leaves nothing of them in the file.</summary>
    public async Task ProtectAsync(CancellationToken cancellationToken)
    {
        if (await CountAsync(_ => FieldCipher.AnyMark, cancellationToken) == 0)
        {
            return;
        }

        await MoveAsync(_ => FieldCipher.AnyMark, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await FingerprintAsync(db, cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"VACUUM", cancellationToken);
        }
    }

    private async Task<int> CountAsync(Func<PortalDbContext, string> mark, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var outdated = 0;
        foreach (var column in ProtectedColumn.Of(db))
        {
            await using var command = ProtectedColumn.Command(db, column.CountOutdated);
            ProtectedColumn.Add(command, "mark", $"{mark(db)}%");
            outdated += Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        }

        return outdated;
    }

    private async Task<IReadOnlyList<MovedRows>> MoveAsync(Func<PortalDbContext, string> mark, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProtectedColumn> columns;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            columns = ProtectedColumn.Of(db);
        }

        var moved = new List<MovedRows>();
        foreach (var column in columns)
        {
            var values = 0;
            int inBatch;
            do
            {
                inBatch = await _work.WriteAsync(db => MoveBatchAsync(column, db, mark(db), cancellationToken), cancellationToken);
                values += inBatch;
            }
            while (inBatch > 0);
            moved.Add(new MovedRows(column.Name, values));
        }

        return moved;
    }

    private static async Task<int> MoveBatchAsync(ProtectedColumn column, PortalDbContext db, string mark, CancellationToken cancellationToken)
    {
        var outdated = await OutdatedOf(column, db, mark, cancellationToken);
        foreach (var (key, stored) in outdated)
        {
            var clear = FieldCipher.IsProtected(stored) ? db.Cipher.Reveal(stored, column.Name) : stored;
            await using var update = ProtectedColumn.Command(db, column.Replace);
            ProtectedColumn.Add(update, "new", db.Cipher.Protect(clear, column.Name));
            ProtectedColumn.Add(update, "old", stored);
            for (var i = 0; i < key.Length; i++)
            {
                ProtectedColumn.Add(update, $"key{i}", key[i]);
            }

            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        return outdated.Count;
    }

    private static async Task<List<(object[] Key, string Stored)>> OutdatedOf(ProtectedColumn column, PortalDbContext db, string mark, CancellationToken cancellationToken)
    {
        var outdated = new List<(object[] Key, string Stored)>();
        await using var select = ProtectedColumn.Command(db, column.SelectOutdated);
        ProtectedColumn.Add(select, "mark", $"{mark}%");
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (outdated.Count < Batch && await reader.ReadAsync(cancellationToken))
        {
            var key = new object[reader.FieldCount - 1];
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = reader.GetValue(i + 1);
            }

            outdated.Add((key, reader.GetString(0)));
        }

        return outdated;
    }

    private static async Task FingerprintAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var without = await db.People.Where(p => p.IdNumber != null && EF.Property<string?>(p, ProtectedColumns.IdNumberHash) == null).ToListAsync(cancellationToken);
        foreach (var person in without)
        {
            db.Entry(person).Property(ProtectedColumns.IdNumberHash).CurrentValue = db.Cipher.Fingerprint(person.IdNumber!.Value);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A protected column as the database calls it. Names come from the model, values are parameters.</summary>
    private sealed class ProtectedColumn
    {
        private ProtectedColumn(IProperty property, ISqlGenerationHelper sql)
        {
            var table = sql.DelimitIdentifier(property.DeclaringType.GetTableName()!);
            var column = sql.DelimitIdentifier(property.GetColumnName());
            var keys = property.DeclaringType.ContainingEntityType.FindPrimaryKey()!.Properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())).ToList();
            var outdated = $"FROM {table} WHERE {column} IS NOT NULL AND {column} NOT LIKE @mark";
            Name = ProtectedColumns.NameOf(property);
            CountOutdated = $"SELECT COUNT(*) {outdated}";
            SelectOutdated = $"SELECT {column}, {string.Join(", ", keys)} {outdated}";
            Replace = $"UPDATE {table} SET {column} = @new WHERE {column} = @old AND {string.Join(" AND ", keys.Select((key, i) => $"{key} = @key{i}"))}";
        }

        public string Name { get; }

        public string CountOutdated { get; }

        public string SelectOutdated { get; }

        public string Replace { get; }

        public static IReadOnlyList<ProtectedColumn> Of(PortalDbContext db) =>
        [
            .. db.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(ProtectedColumns.IsProtected)
                .Select(p => new ProtectedColumn(p, db.GetService<ISqlGenerationHelper>())),
        ];

        public static DbCommand Command(PortalDbContext db, string text)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = text;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            return command;
        }

        public static void Add(DbCommand command, string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
