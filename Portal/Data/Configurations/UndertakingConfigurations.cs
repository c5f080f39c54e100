using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;
using Portal.Domain.Undertakings;

namespace Portal.Data.Configurations;

internal sealed class UndertakingConfiguration : IEntityTypeConfiguration<Undertaking>
{
    public void Configure(EntityTypeBuilder<Undertaking> undertaking)
    {
        undertaking.ToTable("Undertakings");
        undertaking.HasKey(u => u.Number);
        undertaking.Property(u => u.Number).ValueGeneratedNever();
        undertaking.Property(u => u.Text).HasMaxLength(Undertaking.TextLength);
        undertaking.Property(u => u.TextHash).HasMaxLength(Undertaking.HashLength);
        undertaking.HasOne<Person>().WithMany().HasForeignKey(u => u.PublishedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignedUndertakingConfiguration : IEntityTypeConfiguration<SignedUndertaking>
{
    public void Configure(EntityTypeBuilder<SignedUndertaking> signed)
    {
        signed.ToTable("SignedUndertakings");
        signed.HasKey(s => s.Id);
        signed.Property(s => s.Id).ValueGeneratedNever();
        signed.Property(s => s.TextHash).HasMaxLength(Undertaking.HashLength);
        signed.Property(s => s.SignedName).HasMaxLength(Person.NameLength);
        signed.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
        signed.HasOne<Undertaking>().WithMany().HasForeignKey(s => s.Number).OnDelete(DeleteBehavior.Restrict);
        // Each version once.
        signed.HasIndex(s => new { s.Person, s.Number }).IsUnique();
    }
}
