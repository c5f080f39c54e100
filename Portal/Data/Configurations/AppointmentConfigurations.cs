using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;

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
    }
}

internal sealed class SupervisorCardConfiguration : IEntityTypeConfiguration<SupervisorCard>
{
    public void Configure(EntityTypeBuilder<SupervisorCard> card)
    {
        card.ToTable("SupervisorCards");
        card.HasKey(c => c.Id);
        card.Property(c => c.Id).ValueGeneratedNever();
        card.Property(c => c.Number).HasMaxLength(SupervisorCard.NumberLength);
        card.HasOne<Person>().WithMany().HasForeignKey(c => c.Person).OnDelete(DeleteBehavior.Restrict);
        card.HasIndex(c => c.Number).IsUnique();
        // At most one valid card a person (Article 12).
        card.HasIndex(c => c.Person, "IX_SupervisorCards_OneActive").IsUnique().HasFilter("[State] = 'Active'");
    }
}
