using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;

namespace Portal.Data.Configurations;

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> appointment)
    {
        appointment.ToTable("Appointments", table => table.HasCheckConstraint("CK_Appointments_Term", "[TermEnd] >= [TermStart]"));
        appointment.HasKey(a => a.Id);
        appointment.Property(a => a.Id).ValueGeneratedNever();
        appointment.Property(a => a.Remark).HasMaxLength(500);
        appointment.Ignore(a => a.LastDay);
        appointment.HasOne<Person>().WithMany().HasForeignKey(a => a.Person).OnDelete(DeleteBehavior.Restrict);
        appointment.HasIndex(a => new { a.Person, a.Sequence }).IsUnique();
        // At most one active appointment a person (domain.md A4-1).
        appointment.HasIndex(a => a.Person, "IX_Appointments_OneActive").IsUnique().HasFilter("[State] = 'Active'");
        appointment.HasIndex(a => new { a.State, a.TermEnd });
        appointment.OwnsMany(a => a.GroupChanges, change =>
        {
            change.ToTable("GroupChanges");
            change.WithOwner().HasForeignKey("AppointmentId");
            change.HasKey("AppointmentId", nameof(GroupChange.Sequence));
            change.Property(c => c.Sequence).ValueGeneratedNever();
            change.Property(c => c.Reason).HasMaxLength(GroupChange.ReasonLength);
        });
        appointment.Navigation(a => a.GroupChanges).HasField("_groupChanges").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TermProposalConfiguration : IEntityTypeConfiguration<TermProposal>
{
    public void Configure(EntityTypeBuilder<TermProposal> proposal)
    {
        proposal.ToTable("TermProposals");
        proposal.HasKey(p => p.Id);
        proposal.Property(p => p.Id).ValueGeneratedNever();
        proposal.Property(p => p.Reason).HasMaxLength(TermProposal.ReasonLength);
        proposal.Property(p => p.DecisionReason).HasMaxLength(TermProposal.ReasonLength);
        proposal.HasOne<Appointment>().WithMany().HasForeignKey(p => p.Term).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Application>().WithMany().HasForeignKey(p => p.Application).OnDelete(DeleteBehavior.Restrict);
        // One proposal at a time on a term, and on an application.
        proposal.HasIndex(p => p.Term, "IX_TermProposals_OneOpenOnTerm").IsUnique().HasFilter("[State] = 'Proposed' AND [Term] IS NOT NULL");
        proposal.HasIndex(p => p.Application, "IX_TermProposals_OneOpenOnApplication").IsUnique().HasFilter("[State] = 'Proposed' AND [Application] IS NOT NULL");
        proposal.HasIndex(p => new { p.State, p.ProposedOn });
    }
}

internal sealed class DismissalCaseConfiguration : IEntityTypeConfiguration<DismissalCase>
{
    public void Configure(EntityTypeBuilder<DismissalCase> dismissal)
    {
        dismissal.ToTable("DismissalCases", table =>
        {
            // What leadership approved, somebody else proposed; what is decided has its day (domain.md A4-10, A4-11).
            table.HasCheckConstraint("CK_DismissalCases_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [ProposedBy]");
            table.HasCheckConstraint("CK_DismissalCases_DecidedHasDay", "[State] NOT IN ('CertificateReturn', 'Closed') OR ([DecidedOn] IS NOT NULL AND [EffectiveOn] IS NOT NULL)");
        });
        dismissal.HasKey(d => d.Id);
        dismissal.Property(d => d.Id).ValueGeneratedNever();
        dismissal.Property(d => d.Number).HasMaxLength(DismissalCase.NumberLength);
        dismissal.Property(d => d.Facts).HasMaxLength(DismissalEvidence.FactsLength);
        dismissal.Property(d => d.DecidingBody).HasMaxLength(DismissalEvidence.BodyLength);
        dismissal.Property(d => d.Document).HasMaxLength(DismissalEvidence.DocumentLength);
        dismissal.Property(d => d.Statement).HasMaxLength(DismissalCase.TextLength);
        dismissal.Property(d => d.Reason).HasMaxLength(DismissalCase.TextLength);
        dismissal.HasOne<Appointment>().WithMany().HasForeignKey(d => d.Term).OnDelete(DeleteBehavior.Restrict);
        dismissal.HasOne<Person>().WithMany().HasForeignKey(d => d.Person).OnDelete(DeleteBehavior.Restrict);
        dismissal.HasIndex(d => d.Number).IsUnique();
        dismissal.Ignore(d => d.NamedDay);
        dismissal.OwnsOne(d => d.Inactivity);
        // A resignation is taken beside a dismissal that its author is not to know of.
        dismissal.HasIndex(d => d.Person, "IX_DismissalCases_OneOpen").IsUnique().HasFilter("[State] IN ('Drafted', 'HearingOpen', 'Proposed') AND [Ground] <> 'Resignation'");
        dismissal.HasIndex(d => d.Person, "IX_DismissalCases_OneResignation").IsUnique().HasFilter("[State] IN ('Drafted', 'HearingOpen', 'Proposed') AND [Ground] = 'Resignation'");
        dismissal.HasIndex(d => new { d.State, d.DraftedOn });
    }
}

internal sealed class LeavePeriodConfiguration : IEntityTypeConfiguration<LeavePeriod>
{
    public void Configure(EntityTypeBuilder<LeavePeriod> leave)
    {
        leave.ToTable("LeavePeriods", table => table.HasCheckConstraint("CK_LeavePeriods_Days", "[Last] >= [First]"));
        leave.HasKey(l => l.Id);
        leave.Property(l => l.Id).ValueGeneratedNever();
        leave.Property(l => l.Reason).HasMaxLength(LeavePeriod.ReasonLength);
        leave.Ignore(l => l.Pause);
        leave.HasOne<Person>().WithMany().HasForeignKey(l => l.Person).OnDelete(DeleteBehavior.Restrict);
        leave.HasIndex(l => new { l.Person, l.First });
    }
}
