using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data.People;
using Portal.Data.SignIns;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;
using Portal.Evidence;
using Portal.Retention;

namespace Portal.Data;

/// <summary>All rows of the portal. Services see only this type; each provider has its own migrations.</summary>
/// <remarks>
/// A change of the model needs both:
/// <code>
/// dotnet ef migrations add Name --project Portal --context SqlitePortalDbContext --output-dir Data/Migrations/Sqlite
/// dotnet ef migrations add Name --project Portal --context SqlServerPortalDbContext --output-dir Data/Migrations/SqlServer
/// </code>
/// </remarks>
public abstract class PortalDbContext(DbContextOptions options, FieldCipher cipher) : DbContext(options)
{
    private const int DefaultTextLength = 200;

    public DbSet<Person> People => Set<Person>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<SupervisionGroup> Groups => Set<SupervisionGroup>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<TermProposal> TermProposals => Set<TermProposal>();

    public DbSet<DismissalCase> Dismissals => Set<DismissalCase>();

    public DbSet<SupervisorCard> Cards => Set<SupervisorCard>();

    public DbSet<AppointmentLetter> AppointmentLetters => Set<AppointmentLetter>();

    public DbSet<IntroductionLetter> IntroductionLetters => Set<IntroductionLetter>();

    public DbSet<RecruitmentBatch> Batches => Set<RecruitmentBatch>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<PublicNotice> Notices => Set<PublicNotice>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<RecusalDeclaration> Recusals => Set<RecusalDeclaration>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<FormDraft> Drafts => Set<FormDraft>();

    public DbSet<EvidenceFile> Evidence => Set<EvidenceFile>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<CalendarDayRow> CalendarDays => Set<CalendarDayRow>();

    public DbSet<CalendarYearRow> CalendarYears => Set<CalendarYearRow>();

    public DbSet<ExportDay> ExportDays => Set<ExportDay>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<AuditKey> AuditKeys => Set<AuditKey>();

    /// <summary>The last row of the record, read so that nobody else reads it before this transaction ends.</summary>
    internal virtual IQueryable<AuditHead> AuditHeadToTake => AuditHeads;

    /// <summary>Binary comparison on both providers: what is equal or first on one is so on the other.</summary>
    protected abstract string TextCollation { get; }

    /// <summary>What the protected columns are read and written with.</summary>
    internal FieldCipher Cipher { get; } = cipher;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.ReplaceService<IModelCacheKeyFactory, ModelOfItsCipher>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(DefaultTextLength).UseCollation(TextCollation);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).UseCollation(TextCollation);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<IdentityNumber>().HaveConversion<IdentityNumberConverter>().HaveMaxLength(18).UseCollation(TextCollation);
        configurationBuilder.Properties<PhoneNumber>().HaveConversion<PhoneNumberConverter>().HaveMaxLength(20).UseCollation(TextCollation);
        configurationBuilder.Properties<PersonId>().HaveConversion<TypedIdConverter<PersonId>>();
        configurationBuilder.Properties<AgencyId>().HaveConversion<TypedIdConverter<AgencyId>>();
        configurationBuilder.Properties<AppointmentId>().HaveConversion<TypedIdConverter<AppointmentId>>();
        configurationBuilder.Properties<SupervisorCardId>().HaveConversion<TypedIdConverter<SupervisorCardId>>();
        configurationBuilder.Properties<AppointmentLetterId>().HaveConversion<TypedIdConverter<AppointmentLetterId>>();
        configurationBuilder.Properties<IntroductionLetterId>().HaveConversion<TypedIdConverter<IntroductionLetterId>>();
        configurationBuilder.Properties<TermProposalId>().HaveConversion<TypedIdConverter<TermProposalId>>();
        configurationBuilder.Properties<DismissalCaseId>().HaveConversion<TypedIdConverter<DismissalCaseId>>();
        configurationBuilder.Properties<RecruitmentBatchId>().HaveConversion<TypedIdConverter<RecruitmentBatchId>>();
        configurationBuilder.Properties<RecruitmentApplicationId>().HaveConversion<TypedIdConverter<RecruitmentApplicationId>>();
        configurationBuilder.Properties<PublicNoticeId>().HaveConversion<TypedIdConverter<PublicNoticeId>>();
        configurationBuilder.Properties<ObjectionId>().HaveConversion<TypedIdConverter<ObjectionId>>();
        configurationBuilder.Properties<ActivityId>().HaveConversion<TypedIdConverter<ActivityId>>();
        configurationBuilder.Properties<ParticipationId>().HaveConversion<TypedIdConverter<ParticipationId>>();
        configurationBuilder.Properties<RecusalId>().HaveConversion<TypedIdConverter<RecusalId>>();
        configurationBuilder.Properties<FindingId>().HaveConversion<TypedIdConverter<FindingId>>();
        configurationBuilder.Properties<EvidenceId>().HaveConversion<TypedIdConverter<EvidenceId>>();
        configurationBuilder.Properties<AccountId>().HaveConversion<TypedIdConverter<AccountId>>();
        configurationBuilder.Properties<SessionId>().HaveConversion<TypedIdConverter<SessionId>>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<TypedIdConverter<InvitationId>>();
        configurationBuilder.Properties<LegalHoldId>().HaveConversion<TypedIdConverter<LegalHoldId>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.FindProperty(nameof(Person.Version))?.IsConcurrencyToken = true;
            foreach (var list in entity.GetDeclaredProperties().Where(p => p.IsPrimitiveCollection))
            {
                list.SetCollation(TextCollation);
            }
        }

        modelBuilder.Protect(Cipher);
        modelBuilder.Entity<Person>().Property<string?>(ProtectedColumns.IdNumberHash).HasValueGenerator((_, _) => new Fingerprints(Cipher));
        modelBuilder.Entity<Application>().Property<string?>(ProtectedColumns.IdNumberHash).HasValueGenerator((_, _) => new Fingerprints(Cipher));
    }
}
