using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Confidentiality;

namespace Portal.Data;

/// <summary>The embedded database.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, FieldCipher cipher) : PortalDbContext(options, cipher)
{
    internal override string TextCollation => "BINARY";

    /// <remarks>Serializable is BEGIN IMMEDIATE here: a transaction that starts by reading and then wants to write fails for ever under load, one that waits for its turn does not.</remarks>
    internal override Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken) => Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // SQLite does not enforce the length of a column; SQL Server does. A check makes both refuse the same texts.
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            foreach (var property in entity.GetDeclaredProperties().Where(p => p.GetMaxLength() is not null && IsText(p)))
            {
                var column = property.GetColumnName(table);
                entity.AddCheckConstraint($"CK_{table.Name}_{column}_Length", $"length([{column}]) <= {property.GetMaxLength()}");
            }
        }
    }

    private static bool IsText(IReadOnlyProperty property) =>
        property.IsPrimitiveCollection || (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    // Designing reads and writes no row, so that any key will do.
    private static readonly FieldCipher s_cipher = new(DataKeys.Create());

    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=design.db").Options, s_cipher);
}
