using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;

namespace Portal.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasKey(a => a.Id);
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Issuer).HasMaxLength(Account.IssuerLength);
        account.Property(a => a.Subject).HasMaxLength(Account.SubjectLength);
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.Person).OnDelete(DeleteBehavior.Restrict);
        account.HasIndex(a => a.Person).IsUnique();
        account.HasIndex(a => new { a.Issuer, a.Subject }).IsUnique().HasFilter("[Issuer] IS NOT NULL AND [Subject] IS NOT NULL");
    }
}

internal sealed class FormDraftConfiguration : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> draft)
    {
        draft.ToTable("FormDrafts");
        draft.HasKey(d => new { d.Person, d.Form });
        draft.Property(d => d.Form).HasMaxLength(FormDraft.FormLength);
        draft.Property(d => d.Content).HasMaxLength(FormDraft.ContentLength);
        draft.HasOne<Person>().WithMany().HasForeignKey(d => d.Person).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ExportDayConfiguration : IEntityTypeConfiguration<ExportDay>
{
    public void Configure(EntityTypeBuilder<ExportDay> day)
    {
        day.ToTable("ExportDays");
        day.HasKey(d => new { d.Person, d.Day });
        day.HasOne<Person>().WithMany().HasForeignKey(d => d.Person).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("NumberSeries");
        series.HasKey(s => new { s.Name, s.Year });
        series.Property(s => s.Name).HasMaxLength(NumberSeries.NameLength);
    }
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDayRow>
{
    public void Configure(EntityTypeBuilder<CalendarDayRow> day)
    {
        day.ToTable("CalendarDays");
        day.HasKey(d => d.Date);
    }
}

internal sealed class CalendarYearConfiguration : IEntityTypeConfiguration<CalendarYearRow>
{
    public void Configure(EntityTypeBuilder<CalendarYearRow> year)
    {
        year.ToTable("CalendarYears");
        year.HasKey(y => y.Year);
        year.Property(y => y.Year).ValueGeneratedNever();
    }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> setting)
    {
        setting.ToTable("Settings");
        setting.HasKey(s => s.Key);
        setting.Property(s => s.Key).HasMaxLength(SettingRow.KeyLength);
        setting.Property(s => s.Value).HasMaxLength(SettingRow.ValueLength);
    }
}
