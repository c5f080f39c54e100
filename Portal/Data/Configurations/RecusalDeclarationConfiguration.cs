using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Data.Configurations;

internal sealed class RecusalDeclarationConfiguration : IEntityTypeConfiguration<RecusalDeclaration>
{
    private const string OnRecord = "[State] IN ('Declared', 'Directed', 'Requested', 'Recused')";

    public void Configure(EntityTypeBuilder<RecusalDeclaration> recusal)
    {
        recusal.ToTable("Recusals", table => table.HasCheckConstraint(
            "CK_Recusals_OneMatter",
            "(CASE WHEN [Agency] IS NULL THEN 0 ELSE 1 END) + (CASE WHEN [Activity] IS NULL THEN 0 ELSE 1 END) + (CASE WHEN [Finding] IS NULL THEN 0 ELSE 1 END) = 1"));
        recusal.HasKey(r => r.Id);
        recusal.Property(r => r.Id).ValueGeneratedNever();
        recusal.Property(r => r.Explanation).HasMaxLength(RecusalDeclaration.TextLength);
        recusal.Property(r => r.DecisionReason).HasMaxLength(RecusalDeclaration.TextLength);
        recusal.Property(r => r.LiftReason).HasMaxLength(RecusalDeclaration.TextLength);
        recusal.HasOne<Person>().WithMany().HasForeignKey(r => r.Person).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Agency>().WithMany().HasForeignKey(r => r.Agency).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Activity>().WithMany().HasForeignKey(r => r.Activity).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Finding>().WithMany().HasForeignKey(r => r.Finding).OnDelete(DeleteBehavior.Restrict);
        recusal.HasIndex(r => new { r.State, r.FiledOn });
        // A person is on record once for a matter; what is lifted or declined may be declared again.
        recusal.HasIndex(r => new { r.Person, r.Agency }, "IX_Recusals_OneAgency").IsUnique().HasFilter($"[Agency] IS NOT NULL AND {OnRecord}");
        recusal.HasIndex(r => new { r.Person, r.Activity }, "IX_Recusals_OneActivity").IsUnique().HasFilter($"[Activity] IS NOT NULL AND {OnRecord}");
        recusal.HasIndex(r => new { r.Person, r.Finding }, "IX_Recusals_OneFinding").IsUnique().HasFilter($"[Finding] IS NOT NULL AND {OnRecord}");
    }
}
