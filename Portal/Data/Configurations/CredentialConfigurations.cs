using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;

namespace Portal.Data.Configurations;

internal sealed class SupervisorCardConfiguration : IEntityTypeConfiguration<SupervisorCard>
{
    public void Configure(EntityTypeBuilder<SupervisorCard> card)
    {
        card.ToTable("SupervisorCards");
        card.HasKey(c => c.Id);
        card.Property(c => c.Id).ValueGeneratedNever();
        card.Property(c => c.Number).HasMaxLength(SupervisorCard.NumberLength);
        card.Property(c => c.Reason).HasMaxLength(SupervisorCard.ReasonLength);
        card.Property(c => c.CheckToken).HasMaxLength(SupervisorCard.CheckTokenLength);
        card.Property<string?>(ProtectedColumns.CheckTokenHash).HasMaxLength(ProtectedColumns.HashLength);
        card.HasOne<Person>().WithMany().HasForeignKey(c => c.Person).OnDelete(DeleteBehavior.Restrict);
        card.HasIndex(c => c.Number).IsUnique();
        // At most one valid card a person (Article 12).
        card.HasIndex(c => c.Person, "IX_SupervisorCards_OneActive").IsUnique().HasFilter("[State] = 'Active'");
        card.HasIndex(ProtectedColumns.CheckTokenHash).IsUnique().HasFilter($"[{ProtectedColumns.CheckTokenHash}] IS NOT NULL");
    }
}

internal sealed class AppointmentLetterConfiguration : IEntityTypeConfiguration<AppointmentLetter>
{
    public void Configure(EntityTypeBuilder<AppointmentLetter> letter)
    {
        letter.ToTable("AppointmentLetters");
        letter.HasKey(l => l.Id);
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Number).HasMaxLength(AppointmentLetter.NumberLength);
        letter.Property(l => l.VoidReason).HasMaxLength(AppointmentLetter.ReasonLength);
        letter.HasOne<Person>().WithMany().HasForeignKey(l => l.Person).OnDelete(DeleteBehavior.Restrict);
        letter.HasOne<Appointment>().WithMany().HasForeignKey(l => l.Term).OnDelete(DeleteBehavior.Restrict);
        letter.HasIndex(l => l.Number).IsUnique();
        // One letter of appointment a term (domain.md A4-2).
        letter.HasIndex(l => l.Term).IsUnique();
    }
}

internal sealed class IntroductionLetterConfiguration : IEntityTypeConfiguration<IntroductionLetter>
{
    public void Configure(EntityTypeBuilder<IntroductionLetter> letter)
    {
        letter.ToTable("IntroductionLetters", table =>
        {
            table.HasCheckConstraint("CK_IntroductionLetters_Days", "[ValidTo] >= [ValidFrom]");
            table.HasCheckConstraint("CK_IntroductionLetters_FourEyes", "[ApprovedBy] IS NULL OR [ApprovedBy] <> [PreparedBy]");
        });
        letter.HasKey(l => l.Id);
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Serial).HasMaxLength(IntroductionLetter.SerialLength);
        letter.Property(l => l.Matter).HasMaxLength(IntroductionLetter.MatterLength);
        letter.Property(l => l.Note).HasMaxLength(IntroductionLetter.TextLength);
        letter.HasOne<Agency>().WithMany().HasForeignKey(l => l.Agency).OnDelete(DeleteBehavior.Restrict);
        letter.HasOne<Activity>().WithMany().HasForeignKey(l => l.Activity).OnDelete(DeleteBehavior.Restrict);
        letter.HasIndex(l => l.Serial).IsUnique().HasFilter("[Serial] IS NOT NULL");
        letter.HasIndex(l => new { l.State, l.ValidTo });
        letter.OwnsMany(l => l.Bearers, bearer =>
        {
            bearer.ToTable("LetterBearers");
            bearer.WithOwner().HasForeignKey("LetterId");
            bearer.HasKey("LetterId", nameof(LetterBearer.Person));
            bearer.Property(b => b.CardNumber).HasMaxLength(SupervisorCard.NumberLength);
            bearer.HasOne<Person>().WithMany().HasForeignKey(b => b.Person).OnDelete(DeleteBehavior.Restrict);
        });
        letter.Navigation(l => l.Bearers).HasField("_bearers").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
