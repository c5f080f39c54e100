using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Audit;

namespace Portal.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries", table => table.HasTrigger(AppendOnly.Entries));
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.Act).HasMaxLength(AuditEntry.ActLength);
        entry.Property(e => e.ObjectType).HasMaxLength(AuditEntry.ObjectTypeLength);
        entry.Property(e => e.ObjectId).HasMaxLength(AuditEntry.ObjectIdLength);
        entry.Property(e => e.Before).HasMaxLength(AuditEntry.ValuesLength);
        entry.Property(e => e.After).HasMaxLength(AuditEntry.ValuesLength);
        entry.Property(e => e.Reason).HasMaxLength(AuditEntry.ReasonLength);
        entry.Property(e => e.Session).HasMaxLength(AuditEntry.SessionLength);
        entry.Property(e => e.Previous).HasMaxLength(AuditChain.HashLength).IsFixedLength();
        entry.Property(e => e.Hash).HasMaxLength(AuditChain.HashLength).IsFixedLength();
        entry.HasIndex(e => new { e.ObjectId, e.Sequence });
        entry.HasIndex(e => new { e.Person, e.Sequence });
        entry.HasIndex(e => new { e.Act, e.Sequence });
        entry.HasIndex(e => e.At);
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("AuditHead", table => table.HasTrigger(AppendOnly.Head));
        head.HasKey(h => h.Id);
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Sequence).IsConcurrencyToken();
        head.Property(h => h.Hash).HasMaxLength(AuditChain.HashLength).IsFixedLength();
        head.HasData(new AuditHead());
    }
}

internal sealed class AuditKeyConfiguration : IEntityTypeConfiguration<AuditKey>
{
    private const int WrappedLength = AuditSeals.NonceLength + Confidentiality.DataKeys.Length + AuditSeals.TagLength;

    public void Configure(EntityTypeBuilder<AuditKey> key)
    {
        key.ToTable("AuditKeys");
        key.HasKey(k => new { k.Subject, k.Month });
        key.Property(k => k.Subject).ValueGeneratedNever();
        key.Property(k => k.Month).ValueGeneratedNever();
        key.Property(k => k.Name).HasMaxLength(AuditKey.NameLength);
        key.Property(k => k.Wrapped).HasMaxLength(WrappedLength).IsFixedLength();
        key.HasIndex(k => k.KeyVersion);
        key.HasIndex(k => k.Month);
        key.HasIndex(k => k.Name).IsUnique().HasFilter("[Name] IS NOT NULL");
    }
}
