using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Confidentiality;

namespace Portal.Data;

/// <summary>The database of a large office.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options, FieldCipher cipher) : PortalDbContext(options, cipher)
{
    protected override string TextCollation => "Latin1_General_100_BIN2";

    internal override string LockToTake => " WITH (UPDLOCK, HOLDLOCK)";
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    // Designing reads and writes no row, so that any key will do.
    private static readonly FieldCipher s_cipher = new(DataKeys.Create());

    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=design").Options, s_cipher);
}
