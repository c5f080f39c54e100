using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;
using Portal.Evidence;

namespace Portal.Data.Configurations;

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.ToTable("Evidence", table => table.HasCheckConstraint("CK_Evidence_RemovedHasReason", "([RemovedAt] IS NULL AND [RemovalReason] IS NULL) OR ([RemovedAt] IS NOT NULL AND [RemovalReason] IS NOT NULL)"));
        file.HasKey(f => f.Id);
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.StorageName).HasMaxLength(EvidenceFile.StorageNameLength);
        file.Property(f => f.SealedName).HasMaxLength(EvidenceFile.SealedNameLength);
        file.Property(f => f.WrappedKey).HasMaxLength(EvidenceFile.WrappedKeyLength);
        file.Property(f => f.RemovalReason).HasMaxLength(EvidenceFile.ReasonLength);
        file.HasOne<Person>().WithMany().HasForeignKey(f => f.AddedBy).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.Matter, f.Owner });
        file.HasIndex(f => f.StorageName).IsUnique();
        file.HasIndex(f => f.State);
    }
}
