using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Retention;
using Portal.Retention;

namespace Portal.Data.Configurations;

internal sealed class LegalHoldConfiguration : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> hold)
    {
        hold.ToTable("LegalHolds", table => table.HasCheckConstraint("CK_LegalHolds_OneSubject", "([Person] IS NULL AND [Finding] IS NOT NULL) OR ([Person] IS NOT NULL AND [Finding] IS NULL)"));
        hold.HasKey(h => h.Id);
        hold.Property(h => h.Id).ValueGeneratedNever();
        hold.Property(h => h.Reason).HasMaxLength(LegalHold.ReasonLength);
        hold.Property(h => h.LiftReason).HasMaxLength(LegalHold.ReasonLength);
        hold.HasOne<Person>().WithMany().HasForeignKey(h => h.Person).OnDelete(DeleteBehavior.Restrict);
        hold.HasOne<Finding>().WithMany().HasForeignKey(h => h.Finding).OnDelete(DeleteBehavior.Restrict);
        // One hold at a time on each; lifted ones stay beside it.
        hold.HasIndex(h => h.Person, "IX_LegalHolds_OnePerson").IsUnique().HasFilter("[Person] IS NOT NULL AND [LiftedAt] IS NULL");
        hold.HasIndex(h => h.Finding, "IX_LegalHolds_OneFinding").IsUnique().HasFilter("[Finding] IS NOT NULL AND [LiftedAt] IS NULL");
    }
}

internal sealed class RetentionRunConfiguration : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> run)
    {
        run.ToTable("RetentionRuns");
        run.HasKey(r => r.Day);
        run.Property(r => r.Day).ValueGeneratedNever();
        run.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("RetentionRunLines");
            line.WithOwner().HasForeignKey("Day");
            line.HasKey("Day", nameof(RetentionRunLine.Class));
        });
    }
}
