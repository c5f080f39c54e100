using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;

namespace Portal.Data.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.HasKey(p => p.Id);
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.FullName).HasMaxLength(Person.NameLength);
        person.Property(p => p.WorkUnit).HasMaxLength(Person.WorkUnitLength);
        person.Property<string?>(ProtectedColumns.IdNumberHash).HasMaxLength(ProtectedColumns.HashLength);
        person.HasIndex(ProtectedColumns.IdNumberHash).IsUnique().HasFilter($"[{ProtectedColumns.IdNumberHash}] IS NOT NULL");
        person.HasIndex(p => p.FullName);
    }
}

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.ToTable("Agencies");
        agency.HasKey(a => a.Id);
        agency.Property(a => a.Id).ValueGeneratedNever();
        agency.Property(a => a.Code).HasMaxLength(Agency.CodeLength);
        agency.Property(a => a.Name).HasMaxLength(Agency.NameLength);
        agency.Property(a => a.CreditCode).HasMaxLength(18);
        agency.Property(a => a.ContactName).HasMaxLength(Person.NameLength);
        agency.HasIndex(a => a.Code).IsUnique();
        agency.HasIndex(a => a.Name).IsUnique();
        agency.HasIndex(a => a.CreditCode).IsUnique().HasFilter("[CreditCode] IS NOT NULL");
    }
}

internal sealed class SupervisionGroupConfiguration : IEntityTypeConfiguration<SupervisionGroup>
{
    public void Configure(EntityTypeBuilder<SupervisionGroup> group)
    {
        group.ToTable("SupervisionGroups");
        group.HasKey(g => g.Category);
        group.Property(g => g.Focus).HasMaxLength(SupervisionGroup.FocusLength);
    }
}
