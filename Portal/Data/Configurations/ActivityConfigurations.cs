using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Data.Configurations;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.ToTable("Activities");
        activity.HasKey(a => a.Id);
        activity.Property(a => a.Id).ValueGeneratedNever();
        activity.Property(a => a.Number).HasMaxLength(Activity.NumberLength);
        activity.Property(a => a.Title).HasMaxLength(Activity.TitleLength);
        activity.Property(a => a.Remark).HasMaxLength(Activity.TextLength);
        activity.Property(a => a.CancelReason).HasMaxLength(Activity.TextLength);
        activity.HasIndex(a => a.Number).IsUnique();
        activity.HasIndex(a => a.Date);
        activity.OwnsMany(a => a.Agencies, agency =>
        {
            agency.ToTable("ActivityAgencies");
            agency.WithOwner().HasForeignKey("ActivityId");
            agency.HasKey("ActivityId", nameof(ActivityAgency.Agency));
            agency.HasOne<Agency>().WithMany().HasForeignKey(a => a.Agency).OnDelete(DeleteBehavior.Restrict);
        });
        activity.Navigation(a => a.Agencies).HasField("_agencies").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.ToTable("Participations");
        participation.HasKey(p => p.Id);
        participation.Property(p => p.Id).ValueGeneratedNever();
        participation.Property(p => p.Reason).HasMaxLength(Participation.ReasonLength);
        participation.HasOne<Activity>().WithMany().HasForeignKey(p => p.Activity).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Person>().WithMany().HasForeignKey(p => p.Person).OnDelete(DeleteBehavior.Restrict);
        participation.HasIndex(p => new { p.Activity, p.Person }).IsUnique();
        participation.HasIndex(p => new { p.Person, p.State });
    }
}
