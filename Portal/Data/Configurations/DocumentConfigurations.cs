using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Activities;
using Portal.Domain.Documents;
using Portal.Domain.People;

namespace Portal.Data.Configurations;

internal sealed class DocumentTemplateConfiguration : IEntityTypeConfiguration<DocumentTemplate>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> template)
    {
        template.ToTable("DocumentTemplates");
        template.HasKey(t => t.Id);
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Title).HasMaxLength(DocumentTemplate.TitleLength);
        template.Property(t => t.Body).HasMaxLength(DocumentTemplate.BodyLength);
        template.Property(t => t.Stub).HasMaxLength(DocumentTemplate.StubLength);
        template.HasIndex(t => new { t.Kind, t.Edition }).IsUnique();
    }
}

internal sealed class IssuedDocumentConfiguration : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> document)
    {
        document.ToTable("IssuedDocuments", table => table.HasCheckConstraint("CK_IssuedDocuments_Number", "([Number] IS NULL AND [Sequence] IS NULL AND [Series] IS NULL) OR ([Number] IS NOT NULL AND [Sequence] IS NOT NULL AND [Series] IS NOT NULL)"));
        document.HasKey(d => d.Id);
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.Series).HasMaxLength(DocumentNumber.SeriesLength);
        document.Property(d => d.Number).HasMaxLength(DocumentNumber.TextLength);
        document.Property(d => d.Title).HasMaxLength(IssuedDocument.TitleLength);
        document.Property(d => d.Subject).HasMaxLength(IssuedDocument.SubjectLength);
        document.Property(d => d.Authority).HasMaxLength(IssuedDocument.AuthorityLength);
        document.Property(d => d.Text).HasMaxLength(IssuedDocument.TextLength);
        document.Property(d => d.Stub).HasMaxLength(IssuedDocument.StubLength);
        document.Property(d => d.Facts).HasMaxLength(IssuedDocument.FactsLength);
        document.Property(d => d.VoidReason).HasMaxLength(IssuedDocument.ReasonLength);
        document.HasOne<Person>().WithMany().HasForeignKey(d => d.Person).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<Agency>().WithMany().HasForeignKey(d => d.Agency).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<Activity>().WithMany().HasForeignKey(d => d.Activity).OnDelete(DeleteBehavior.Restrict);
        // A number is given once and never again, whatever becomes of its document.
        document.HasIndex(d => d.Number).IsUnique().HasFilter("[Number] IS NOT NULL");
        document.HasIndex(d => new { d.Series, d.Year, d.Sequence }).IsUnique().HasFilter("[Sequence] IS NOT NULL");
        // One document of a kind that stands for the same matter.
        document.HasIndex(d => new { d.Kind, d.About }, "IX_IssuedDocuments_OneStanding").IsUnique().HasFilter("[VoidedOn] IS NULL AND [About] IS NOT NULL");
        document.HasIndex(d => d.IssuedOn);
    }
}
