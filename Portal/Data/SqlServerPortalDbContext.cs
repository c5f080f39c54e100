using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Audit;
using Portal.Confidentiality;

namespace Portal.Data;

/// <summary>The database of a large office.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options, FieldCipher cipher) : PortalDbContext(options, cipher)
{
    /// <summary>Whether who reads sees what was last committed, instead of waiting for whoever writes: the owner of a database sets it, and one that migrations create has it.</summary>
    internal static FormattableString ReadsDoNotWait => $"SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE database_id = DB_ID()";

    internal override string TextCollation => "Latin1_General_100_BIN2";

    internal override string LockToTake => " WITH (UPDLOCK, HOLDLOCK)";

    /// <remarks>
    /// Whoever writes has to move the head of the audit record: taken first, it is the writers' turn, and the next one waits instead of reading what another is about to change and being chosen to lose.
    /// Not serializable: that would add nothing, and the server leaves the level on the pooled connection, so that pages that only read would lock what they read.
    /// </remarks>
    internal override async Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken)
    {
        var begun = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await AuditTables.Of(this).TakeAsync(this, cancellationToken);
        return begun;
    }
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    // Designing reads and writes no row, so that any key will do.
    private static readonly FieldCipher s_cipher = new(DataKeys.Create());

    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=design").Options, s_cipher);
}
