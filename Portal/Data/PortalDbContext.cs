using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Data.People;
using Portal.Data.SignIns;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Recusals;
using Portal.Domain.Retention;
using Portal.Domain.Undertakings;
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
public abstract class PortalDbContext : DbContext
{
    private const int DefaultTextLength = 200;

    private bool _hasFailed;

    protected PortalDbContext(DbContextOptions options, FieldCipher cipher)
        : base(options)
    {
        Cipher = cipher;
        // A save that failed is never committed in part, so that there is nothing to go back to.
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Person> People => Set<Person>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<SupervisionGroup> Groups => Set<SupervisionGroup>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<TermProposal> TermProposals => Set<TermProposal>();

    public DbSet<DismissalCase> Dismissals => Set<DismissalCase>();

    public DbSet<LeavePeriod> Leaves => Set<LeavePeriod>();

    public DbSet<SupervisorCard> Cards => Set<SupervisorCard>();

    public DbSet<AppointmentLetter> AppointmentLetters => Set<AppointmentLetter>();

    public DbSet<IntroductionLetter> IntroductionLetters => Set<IntroductionLetter>();

    public DbSet<DocumentTemplate> DocumentTemplates => Set<DocumentTemplate>();

    public DbSet<IssuedDocument> IssuedDocuments => Set<IssuedDocument>();

    public DbSet<Undertaking> Undertakings => Set<Undertaking>();

    public DbSet<SignedUndertaking> SignedUndertakings => Set<SignedUndertaking>();

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

    /// <summary>Behind a table's name: its row is read so that nobody else reads it before this transaction ends. The embedded database has one writer at a time as it is.</summary>
    internal virtual string LockToTake => "";

    /// <summary>Binary comparison on both providers: what is equal or first on one is so on the other.</summary>
    internal abstract string TextCollation { get; }

    /// <summary>What the protected columns are read and written with.</summary>
    internal FieldCipher Cipher { get; }

    /// <summary>Begins a transaction that writes. There is one at a time: what it reads of what others write stays so until it ends.</summary>
    internal abstract Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken);

    /// <remarks>Each save has a transaction, since its rows of the audit record are written beside it; and looks once for what has changed, for everything that wants to know.</remarks>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var save = new Save(this);
        using var own = Database.CurrentTransaction is null ? BeginWritingAsync(CancellationToken.None).GetAwaiter().GetResult() : null;
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        own?.Commit();
        return save.Done(saved);
    }

    /// <inheritdoc cref="SaveChanges(bool)"/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var save = new Save(this);
        await using var own = Database.CurrentTransaction is null ? await BeginWritingAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return save.Done(saved);
    }

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
        configurationBuilder.Properties<DocumentTemplateId>().HaveConversion<TypedIdConverter<DocumentTemplateId>>();
        configurationBuilder.Properties<IssuedDocumentId>().HaveConversion<TypedIdConverter<IssuedDocumentId>>();
        configurationBuilder.Properties<TermProposalId>().HaveConversion<TypedIdConverter<TermProposalId>>();
        configurationBuilder.Properties<DismissalCaseId>().HaveConversion<TypedIdConverter<DismissalCaseId>>();
        configurationBuilder.Properties<LeavePeriodId>().HaveConversion<TypedIdConverter<LeavePeriodId>>();
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
        configurationBuilder.Properties<SignedUndertakingId>().HaveConversion<TypedIdConverter<SignedUndertakingId>>();
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

    /// <summary>One save while it runs.</summary>
    private sealed class Save : IDisposable
    {
        private readonly PortalDbContext _db;
        private bool _isDone;

        public Save(PortalDbContext db)
        {
            if (db._hasFailed)
            {
                throw new InvalidOperationException("A save of this transaction failed: what the audit record says of it must not be committed.");
            }

            _db = db;
            db.ChangeTracker.DetectChanges();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
        }

        public int Done(int saved)
        {
            _isDone = true;
            return saved;
        }

        public void Dispose()
        {
            _db.ChangeTracker.AutoDetectChangesEnabled = true;
            _db._hasFailed = !_isDone && _db.Database.CurrentTransaction is not null;
        }
    }
}
