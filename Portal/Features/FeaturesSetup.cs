using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Configuration;
using Portal.Drafts;
using Portal.Evidence;
using Portal.Exports;
using Portal.Features.Accounts;
using Portal.Features.Activities;
using Portal.Features.Activities.Mine;
using Portal.Features.Agencies;
using Portal.Features.AuditRecord;
using Portal.Features.Credentials;
using Portal.Features.Dashboards.Administrator;
using Portal.Features.Dashboards.Corps;
using Portal.Features.Dashboards.Leadership;
using Portal.Features.Dashboards.Supervisor;
using Portal.Features.Dismissals;
using Portal.Features.Documents;
using Portal.Features.Evaluation;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Features.Import;
using Portal.Features.Inactivity;
using Portal.Features.Letters;
using Portal.Features.Recruitment;
using Portal.Features.Recusals;
using Portal.Features.Retention;
using Portal.Features.Search;
using Portal.Features.Settings;
using Portal.Features.SignIns;
using Portal.Features.Supervisors;
using Portal.Features.Terms;
using Portal.Features.Undertakings;
using Portal.Live;
using Portal.Ui;

namespace Portal.Features;

/// <summary>Which features there are. Each service is scoped: it acts for one person.</summary>
public static class FeaturesSetup
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddSingleton(DemonstrationNotice)
        .AddScoped<ExportDesk>()
        .AddScoped<DraftService>()
        .AddScoped<RecusalService>()
        .AddScoped<RecusalFilingService>()
        .AddScoped<FindingService>()
        .AddScoped<FindingHandlingService>()
        .AddScoped<FindingApprovalService>()
        .AddSingleton(ApprovalSection.Of<FindingApprovals>(order: 1))
        .AddSingleton(ApprovalSection.Of<TermApprovals>(order: 5))
        .AddSingleton(ApprovalSection.Of<DismissalApprovals>(order: 6))
        .AddSingleton(ApprovalSection.Of<LetterApprovals>(order: 7))
        .AddSingleton(OfficeSection.Of<MyLetters>(order: 1))
        .AddSingleton(OfficeSection.Of<UndertakingSection>(order: 2))
        .AddSingleton(OfficeSection.Of<ResignSection>(order: 3))
        .AddScoped<MyFindingService>()
        .AddFindingEvidence()
        .AddScoped<IEvidenceOwner, RecusalEvidence>()
        .AddScoped<IEvidenceOwner, DismissalFiles>()
        .AddRecruitment()
        .AddScoped<MyActivityService>()
        .AddScoped<MyHomeService>()
        .AddScoped<SupervisorService>()
        .AddScoped<DutyFileService>()
        .AddScoped<InactivityService>()
        .AddScoped<LeaveService>()
        .AddScoped<TermDecisions>()
        .AddScoped<GradesOfTerm>()
        .AddScoped<TermService>()
        .AddScoped<TermApprovalService>()
        .AddHostedService<TermCalendar>()
        .AddScoped<DismissalService>()
        .AddDocuments()
        .AddScoped<CardService>()
        .AddScoped<CardCheck>()
        .AddScoped<LetterService>()
        .AddScoped<MyLetterService>()
        .AddScoped<UndertakingService>()
        .AddScoped<AgencyService>()
        .AddScoped<ActivityService>()
        .AddScoped<ActivityRevisionService>()
        .AddScoped<SearchService>()
        .AddScoped<AuditRecordService>()
        .AddScoped<MyScoreService>()
        .AddScoped<AccountService>()
        .AddScoped<RetentionService>()
        .AddScoped<SettingsService>()
        .AddScoped<SignInHistoryService>()
        .AddSnapshot<ScoresOfYear, ScoresOfYearQuery>()
        .AddSingleton<CorpsSnapshotQuery>()
        .AddSnapshot<CorpsSnapshot, CorpsSnapshotQuery>()
        .AddScoped<CorpsService>()
        .AddAdministratorDashboard()
        .AddLeadershipDashboard()
        .AddEvaluation()
        .AddPortalImport();

    public static WebApplication MapPortalFeatures(this WebApplication app)
    {
        var downloads = app.MapGroup("").AddEndpointFilter<DeniedAnswers>().AddEndpointFilter<RefusedDownloads>();
        downloads.MapRecusalEndpoints();
        downloads.MapFindingEndpoints();
        downloads.MapSupervisorEndpoints();
        downloads.MapAgencyEndpoints();
        downloads.MapActivityEndpoints();
        downloads.MapLeadershipEndpoints();
        downloads.MapDocumentEndpoints();
        downloads.MapImportEndpoints();
        downloads.MapAuditEndpoints();
        return app;
    }

    private static PortalNotices DemonstrationNotice(IServiceProvider services) => new(
        services.GetRequiredService<IHostEnvironment>().IsDevelopment() && !services.GetRequiredService<IOptions<PortalOptions>>().Value.StartEmpty);
}
