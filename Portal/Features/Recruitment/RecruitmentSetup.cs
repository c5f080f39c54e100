using Portal.Evidence;
using Portal.Features.Recruitment.Visitors;
using Portal.Ui;

namespace Portal.Features.Recruitment;

public static class RecruitmentSetup
{
    public static IServiceCollection AddRecruitment(this IServiceCollection services) => services
        .AddScoped<RecruitmentService>()
        .AddScoped<ApplicationService>()
        .AddScoped<NoticeService>()
        .AddScoped<ObjectionService>()
        .AddScoped<IEvidenceOwner, ApplicationEvidence>()
        .AddScoped<IEvidenceOwner, ObjectionEvidence>()
        .AddScoped<IVisitorMatter, ApplicationEvidence>()
        .AddScoped<IVisitorMatter, ObjectionEvidence>()
        .AddScoped<AppointingService>()
        .AddScoped<RecruitmentApprovalService>()
        .AddScoped<PublicNotices>()
        .AddScoped<PublicApplications>()
        .AddSingleton(ApprovalSection.Of<RecruitmentApprovals>(order: 2));
}
