using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Audit;

namespace Portal.Data;

/// <summary>The database of a large office.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options)
{
    protected override string TextCollation => "Latin1_General_100_BIN2";

    internal override IQueryable<AuditHead> AuditHeadToTake => AuditHeads.FromSql($"SELECT * FROM [AuditHead] WITH (UPDLOCK, HOLDLOCK)");
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=design").Options);
}
