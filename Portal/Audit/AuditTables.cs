using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data;

namespace Portal.Audit;

/// <summary>
/// Reads the end of the record and writes behind it, in the transaction of the save. Past the change tracker, which takes longer about a row than the database does (docs/performance.md);
/// what the tables and columns are called, and how a value is stored, it takes from the model.
/// </summary>
internal sealed class AuditTables
{
    // Rows of one statement: with as many keys and the head they stay below the 2,100 parameters of SQL Server.
    private const int AtOnce = 100;
    private const int KeysAtOnce = 500;
    private const int FewAtOnce = 4;

    private static readonly string[] s_parameters = [.. Enumerable.Range(0, 2_100).Select(i => $"@p{i}")];

    private readonly Table<AuditEntry> _entries;
    private readonly Table<AuditKey> _keys;
    private readonly RelationalTypeMapping _subject;
    private readonly string _takeHead;
    private readonly string _findKeys;
    private readonly string _moveHead;
    private readonly ConcurrentDictionary<(int Entries, int Keys), string> _appends = new();

    private AuditTables(PortalDbContext db)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        _entries = new Table<AuditEntry>(db.Model, sql);
        _keys = new Table<AuditKey>(db.Model, sql);
        var head = new Table<AuditHead>(db.Model, sql);
        var only = $"{head.Column(nameof(AuditHead.Id))} = {AuditHead.OnlyId}";
        var (sequence, hash) = (head.Column(nameof(AuditHead.Sequence)), head.Column(nameof(AuditHead.Hash)));
        _takeHead = $"SELECT {sequence}, {hash} FROM {head.Name}{db.LockToTake} WHERE {only};";
        _moveHead = $"UPDATE {head.Name} SET {sequence} = @next, {hash} = @hash WHERE {only} AND {sequence} = @known;";
        var subject = _keys.Column(nameof(AuditKey.Subject));
        _findKeys = $"SELECT {subject}, {_keys.Column(nameof(AuditKey.Name))}, {_keys.Column(nameof(AuditKey.KeyVersion))}, {_keys.Column(nameof(AuditKey.Wrapped))} FROM {_keys.Name} WHERE {_keys.Column(nameof(AuditKey.Month))} = @month AND {subject} IN ";
        _subject = db.Model.FindEntityType(typeof(AuditKey))!.FindProperty(nameof(AuditKey.Subject))!.GetRelationalTypeMapping();
    }

    /// <summary>Those of a context's model; made once.</summary>
    public static AuditTables Of(PortalDbContext db) =>
        ((IAnnotatable)db.Model).GetOrAddRuntimeAnnotationValue(nameof(AuditTables), static db => new AuditTables(db!), db);

    /// <summary>Takes the head, so that nobody else takes it before this transaction ends.</summary>
    public async Task TakeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await using var command = Command(db);
        command.CommandText = _takeHead;
        await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Takes the head, so that nobody else takes it before this transaction ends, and finds the keys of a month that there are of some subjects.</summary>
    public async Task<(AuditHead Head, List<AuditKey> Keys)> TakeAsync(PortalDbContext db, int month, IReadOnlyList<Guid> subjects, CancellationToken cancellationToken)
    {
        AuditHead? head = null;
        var keys = new List<AuditKey>();
        for (var done = 0; head is null || done < subjects.Count; done += KeysAtOnce)
        {
            await using var command = Command(db);
            var asked = subjects.Skip(done).Take(KeysAtOnce).Select(subject => Add(command, _subject, subject)).ToList();
            if (asked.Count > 0)
            {
                Add(command, "@month", month);
            }

            command.CommandText = (head is null ? _takeHead : "") + (asked.Count == 0 ? "" : $"{_findKeys}({string.Join(", ", asked)});");
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            if (head is null)
            {
                await rows.ReadAsync(cancellationToken);
                head = new AuditHead { Sequence = rows.GetInt64(0), Hash = rows.GetFieldValue<byte[]>(1) };
                await rows.NextResultAsync(cancellationToken);
            }

            while (asked.Count > 0 && await rows.ReadAsync(cancellationToken))
            {
                keys.Add(new AuditKey { Subject = rows.GetGuid(0), Month = month, Name = rows.GetString(1), KeyVersion = rows.GetInt32(2), Wrapped = rows.GetFieldValue<byte[]>(3) });
            }
        }

        return (head, keys);
    }

    /// <summary>Writes rows and new keys, and moves the head to the last row.</summary>
    /// <param name="known">Where the head was when it was taken.</param>
    /// <exception cref="DbUpdateException">Something was not written: neither may the change be.</exception>
    public async Task AppendAsync(PortalDbContext db, long known, List<AuditEntry> entries, List<AuditKey> keys, CancellationToken cancellationToken)
    {
        var written = 0;
        var last = Math.Max(entries.Count, keys.Count) - 1;
        for (var done = 0; done <= last; done += AtOnce)
        {
            await using var command = Command(db);
            var (someEntries, someKeys) = (Part(entries, done), Part(keys, done));
            var isLast = done + AtOnce > last;
            command.CommandText = Append(someEntries.Count, someKeys.Count, isLast);
            _entries.Add(command, someEntries);
            _keys.Add(command, someKeys);
            if (isLast)
            {
                Add(command, "@next", entries[^1].Sequence);
                Add(command, "@hash", entries[^1].Hash);
                Add(command, "@known", known);
            }

            try
            {
                written += await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (DbException failed)
            {
                throw new DbUpdateException("The audit record could not be written.", failed);
            }
        }

        if (written != entries.Count + keys.Count + 1)
        {
            throw new DbUpdateException($"The audit record does not end at row {known} any more.");
        }
    }

    private static List<TRow> Part<TRow>(List<TRow> rows, int from) =>
        from >= rows.Count ? [] : from == 0 && rows.Count <= AtOnce ? rows : rows.GetRange(from, Math.Min(AtOnce, rows.Count - from));

    // What most saves write is put together once.
    private string Append(int entries, int keys, bool isLast) => entries <= FewAtOnce && keys <= FewAtOnce && isLast
        ? _appends.GetOrAdd((entries, keys), static (few, tables) => tables.Append(few.Entries, few.Keys) + tables._moveHead, this)
        : Append(entries, keys) + (isLast ? _moveHead : "");

    private string Append(int entries, int keys) => _entries.Insert(entries, firstParameter: 0) + _keys.Insert(keys, firstParameter: entries * _entries.Width);

    private static DbCommand Command(PortalDbContext db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static string Add(DbCommand command, RelationalTypeMapping mapping, object? value)
    {
        var name = s_parameters[command.Parameters.Count];
        command.Parameters.Add(mapping.CreateParameter(command, name, value));
        return name;
    }

    /// <summary>One kind of row as the database knows it.</summary>
    private sealed class Table<TRow>
        where TRow : class
    {
        private readonly IProperty[] _properties;
        private readonly string[] _columns;
        private readonly RelationalTypeMapping[] _mappings;
        private readonly IClrPropertyGetter[] _getters;
        private readonly string _into;

        public Table(IModel model, ISqlGenerationHelper sql)
        {
            var type = model.FindEntityType(typeof(TRow))!;
            _properties = [.. type.GetProperties()];
            _columns = [.. _properties.Select(p => sql.DelimitIdentifier(p.GetColumnName()))];
            _mappings = [.. _properties.Select(p => p.GetRelationalTypeMapping())];
            _getters = [.. _properties.Select(p => p.GetGetter())];
            Name = sql.DelimitIdentifier(type.GetTableName()!);
            _into = $"INSERT INTO {Name} ({string.Join(", ", _columns)}) VALUES ";
        }

        public string Name { get; }

        public string Column(string property) => _columns[Array.FindIndex(_properties, p => p.Name == property)];

        /// <summary>Parameters of a row.</summary>
        public int Width => _columns.Length;

        public string Insert(int rows, int firstParameter)
        {
            var sql = new StringBuilder();
            for (var row = 0; row < rows; row++)
            {
                sql.Append(row == 0 ? _into : ", ").Append('(').AppendJoin(',', s_parameters.AsSpan(firstParameter + (row * Width), Width)!).Append(')');
            }

            return sql.Append(rows == 0 ? "" : ";").ToString();
        }

        public void Add(DbCommand command, List<TRow> rows)
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < _mappings.Length; i++)
                {
                    AuditTables.Add(command, _mappings[i], _getters[i].GetClrValue(row));
                }
            }
        }
    }
}
