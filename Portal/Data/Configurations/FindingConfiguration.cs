using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Data.Configurations;

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.ToTable("Findings", table =>
        {
            // Nothing is closed unanswered, and what is ordered has a deadline (Article 14; domain.md A4-7, A4-8).
            table.HasCheckConstraint("CK_Findings_ClosedIsFedBack", "[State] NOT IN ('Closed', 'FedBack') OR [FedBackOn] IS NOT NULL");
            table.HasCheckConstraint("CK_Findings_OrderedHasDeadline", "[State] NOT IN ('RectificationOrdered', 'RectificationReported') OR [Deadline] IS NOT NULL");
            table.HasCheckConstraint("CK_Findings_Target", "[Agency] IS NOT NULL OR [OtherUnit] IS NOT NULL");
        });
        finding.HasKey(f => f.Id);
        finding.Property(f => f.Id).ValueGeneratedNever();
        finding.Property(f => f.Number).HasMaxLength(Finding.NumberLength);
        finding.Property(f => f.OtherUnit).HasMaxLength(Finding.UnitLength);
        finding.Property(f => f.TransferredTo).HasMaxLength(Finding.UnitLength);
        finding.Property(f => f.Text).HasMaxLength(Finding.TextLength);
        finding.Property(f => f.FeedbackText).HasMaxLength(FindingEvent.NoteLength);
        finding.Property(f => f.Remark).HasMaxLength(FindingEvent.NoteLength);
        finding.HasOne<Person>().WithMany().HasForeignKey(f => f.Author).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Person>().WithMany().HasForeignKey(f => f.Handler).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Agency>().WithMany().HasForeignKey(f => f.Agency).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Finding>().WithMany().HasForeignKey(f => f.MergedInto).OnDelete(DeleteBehavior.Restrict);
        finding.HasIndex(f => f.Number).IsUnique();
        finding.HasIndex(f => new { f.State, f.SubmittedOn });
        finding.HasIndex(f => f.SubmittedOn);
        finding.HasIndex(f => new { f.Agency, f.Category, f.SubmittedOn });
        finding.HasIndex(f => f.FedBackOn);
        finding.HasIndex(f => f.ClosedOn);
        finding.OwnsOne(f => f.Rectification, rectification =>
        {
            rectification.Property(r => r.FixedOnSpot).HasColumnName("FixedOnSpot");
            rectification.Property(r => r.Requirement).HasColumnName("Requirement").HasMaxLength(Rectification.TextLength);
            rectification.Property(r => r.OrderedOn).HasColumnName("OrderedOn");
            rectification.Property(r => r.OriginalDeadline).HasColumnName("OriginalDeadline");
            rectification.Property(r => r.Deadline).HasColumnName("Deadline");
            rectification.Property(r => r.Extensions).HasColumnName("Extensions");
            rectification.Property(r => r.ReportedOn).HasColumnName("ReportedOn");
            rectification.Property(r => r.CompletedOn).HasColumnName("CompletedOn");
            rectification.HasIndex(r => r.Deadline);
        });
        finding.OwnsOne(f => f.Proposal, proposal => proposal.Property(p => p.Note).HasMaxLength(FindingEvent.NoteLength));
        finding.OwnsMany(f => f.CoAuthors, author =>
        {
            author.ToTable("FindingCoAuthors");
            author.WithOwner().HasForeignKey("FindingId");
            author.HasKey("FindingId", nameof(FindingCoAuthor.Person));
            author.HasOne<Person>().WithMany().HasForeignKey(a => a.Person).OnDelete(DeleteBehavior.Restrict);
        });
        finding.OwnsMany(f => f.Events, step =>
        {
            step.ToTable("FindingEvents");
            step.WithOwner().HasForeignKey("FindingId");
            step.HasKey("FindingId", nameof(FindingEvent.Sequence));
            step.Property(e => e.Sequence).ValueGeneratedNever();
            step.Property(e => e.Note).HasMaxLength(FindingEvent.NoteLength);
            step.Ignore(e => e.IsInternal);
            step.Ignore(e => e.IsUndated);
        });
        finding.Navigation(f => f.CoAuthors).HasField("_coAuthors").UsePropertyAccessMode(PropertyAccessMode.Field);
        finding.Navigation(f => f.Events).HasField("_events").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
