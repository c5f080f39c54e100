using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Data.Configurations;

internal sealed class RecruitmentBatchConfiguration : IEntityTypeConfiguration<RecruitmentBatch>
{
    public void Configure(EntityTypeBuilder<RecruitmentBatch> batch)
    {
        batch.ToTable("RecruitmentBatches", table => table.HasCheckConstraint("CK_RecruitmentBatches_Days", "[ClosesOn] >= [OpensOn] OR [State] <> 'Draft'"));
        batch.HasKey(b => b.Id);
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Number).HasMaxLength(RecruitmentBatch.NumberLength);
        batch.Property(b => b.Title).HasMaxLength(RecruitmentBatch.TitleLength);
        batch.Property(b => b.Announcement).HasMaxLength(RecruitmentBatch.TextLength);
        batch.Property(b => b.Reason).HasMaxLength(RecruitmentBatch.ReasonLength);
        batch.HasIndex(b => b.Number).IsUnique();
        batch.HasIndex(b => new { b.State, b.ClosesOn });
    }
}

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("Applications");
        application.HasKey(a => a.Id);
        application.Property(a => a.Id).ValueGeneratedNever();
        application.Property(a => a.Receipt).HasMaxLength(Application.ReceiptLength);
        application.Property(a => a.FullName).HasMaxLength(Person.NameLength);
        application.Property(a => a.WorkUnit).HasMaxLength(Person.WorkUnitLength);
        application.Property(a => a.Occupation).HasMaxLength(Application.OccupationLength);
        application.Property(a => a.ChannelNote).HasMaxLength(Application.NoteLength);
        application.Property(a => a.Motivation).HasMaxLength(Application.MotivationLength);
        application.Property<string?>(ProtectedColumns.IdNumberHash).HasMaxLength(ProtectedColumns.HashLength);
        application.Ignore(a => a.IsLive);
        application.HasOne<RecruitmentBatch>().WithMany().HasForeignKey(a => a.Batch).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Person>().WithMany().HasForeignKey(a => a.Person).OnDelete(DeleteBehavior.Restrict);
        application.HasIndex(a => a.Receipt).IsUnique();
        // Nobody has two applications under way (domain.md A2.2).
        application.HasIndex(ProtectedColumns.IdNumberHash).IsUnique()
            .HasFilter($"[State] IN ({string.Join(", ", Application.LiveStates.Select(s => $"'{s}'"))}) AND [{ProtectedColumns.IdNumberHash}] IS NOT NULL");
        application.HasPrivateLink();
        application.HasIndex(a => new { a.Batch, a.State });
        application.OwnsMany(a => a.Checks, check =>
        {
            check.ToTable("ConditionChecks");
            check.WithOwner().HasForeignKey("ApplicationId");
            check.HasKey("ApplicationId", nameof(ConditionCheck.Condition));
            check.Property(c => c.Method).HasMaxLength(ConditionCheck.TextLength);
            check.Property(c => c.Note).HasMaxLength(ConditionCheck.TextLength);
        });
        application.OwnsMany(a => a.Recommendations, recommendation =>
        {
            recommendation.ToTable("UnitRecommendations");
            recommendation.WithOwner().HasForeignKey("ApplicationId");
            recommendation.HasKey("ApplicationId", nameof(UnitRecommendation.Unit));
            recommendation.Property(r => r.Unit).HasMaxLength(UnitRecommendation.UnitLength);
            recommendation.Property(r => r.CreditCode).HasMaxLength(18);
        });
        application.OwnsMany(a => a.Events, step =>
        {
            step.ToTable("ApplicationEvents");
            step.WithOwner().HasForeignKey("ApplicationId");
            step.HasKey("ApplicationId", nameof(ApplicationEvent.Sequence));
            step.Property(e => e.Sequence).ValueGeneratedNever();
            step.Property(e => e.Note).HasMaxLength(ApplicationEvent.NoteLength);
        });
        application.Navigation(a => a.Checks).HasField("_checks").UsePropertyAccessMode(PropertyAccessMode.Field);
        application.Navigation(a => a.Recommendations).HasField("_recommendations").UsePropertyAccessMode(PropertyAccessMode.Field);
        application.Navigation(a => a.Events).HasField("_events").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PublicNoticeConfiguration : IEntityTypeConfiguration<PublicNotice>
{
    private const int DaysLength = 4000;

    public void Configure(EntityTypeBuilder<PublicNotice> notice)
    {
        notice.ToTable("PublicNotices", table =>
        {
            // A published notice has its days, and somebody else approved it where that was asked for (Article 6; domain.md A4-4, A4-11).
            table.HasCheckConstraint("CK_PublicNotices_Days", "[State] NOT IN ('Published', 'Concluded') OR ([LastDay] IS NOT NULL AND [LastDay] > [PublishedOn] AND [CountedDays] >= 5)");
            table.HasCheckConstraint("CK_PublicNotices_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [ProposedBy]");
        });
        notice.HasKey(n => n.Id);
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Number).HasMaxLength(PublicNotice.NumberLength);
        notice.Property(n => n.Text).HasMaxLength(PublicNotice.TextLength);
        notice.Property(n => n.Reason).HasMaxLength(PublicNotice.ReasonLength);
        notice.Ignore(n => n.Computation);
        notice.PrimitiveCollection(n => n.DaysOffSkipped).HasField("_daysOffSkipped").UsePropertyAccessMode(PropertyAccessMode.Field).HasMaxLength(DaysLength);
        notice.HasOne<RecruitmentBatch>().WithMany().HasForeignKey(n => n.Batch).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => n.Number).IsUnique().HasFilter("[Number] IS NOT NULL");
        notice.HasIndex(n => new { n.State, n.LastDay });
        notice.OwnsMany(n => n.Entries, entry =>
        {
            entry.ToTable("NoticeEntries");
            entry.WithOwner().HasForeignKey("NoticeId");
            entry.HasKey("NoticeId", nameof(NoticeEntry.Application));
            entry.HasOne<Application>().WithMany().HasForeignKey(e => e.Application).OnDelete(DeleteBehavior.Restrict);
        });
        notice.Navigation(n => n.Entries).HasField("_entries").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("Objections", table => table.HasCheckConstraint("CK_Objections_FourEyes", "[State] <> 'Upheld' OR [DecidedBy] <> [ProposedBy]"));
        objection.HasKey(o => o.Id);
        objection.Property(o => o.Id).ValueGeneratedNever();
        objection.Property(o => o.Receipt).HasMaxLength(Objection.ReceiptLength);
        objection.Property(o => o.ObjectorName).HasMaxLength(Objection.NameLength);
        objection.Property(o => o.Contact).HasMaxLength(Objection.ContactLength);
        objection.Property(o => o.Content).HasMaxLength(Objection.TextLength);
        objection.Property(o => o.Decision).HasMaxLength(Objection.TextLength);
        objection.Property(o => o.Reply).HasMaxLength(Objection.TextLength);
        objection.HasPrivateLink();
        objection.Ignore(o => o.IsOpen);
        objection.Ignore(o => o.IsAnonymous);
        objection.Ignore(o => o.AwaitsReply);
        objection.HasOne<PublicNotice>().WithMany().HasForeignKey(o => o.Notice).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Application>().WithMany().HasForeignKey(o => o.Application).OnDelete(DeleteBehavior.Restrict);
        objection.HasIndex(o => o.Receipt).IsUnique();
        objection.HasIndex(o => new { o.Notice, o.State });
        objection.HasIndex(o => new { o.State, o.LodgedAt });
    }
}
