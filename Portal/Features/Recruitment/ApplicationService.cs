using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>Applications: entering one on somebody's behalf, and the review of Article 5 by two pairs of eyes (domain.md A2.2).</summary>
public sealed class ApplicationService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts facts, AccessGuard access, AuditedViews views, ISensitiveReads reads, TimeProvider clock)
{
    public const int ReasonLength = 200;

    private DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly Today => clock.Today();

    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<ApplicationFile?> GetAsync(RecruitmentApplicationId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeRecruitment, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Applications.AsNoTracking().WholeAsync(id, cancellationToken) is not { } application)
        {
            return null;
        }

        await views.RecordAsync(actor, Permissions.SeeRecruitment, AuditedObject.Of(id), cancellationToken);
        return await db.FileAsync(application, actor, settings, Now, Today, cancellationToken);
    }

    /// <summary>A full number of the applicant. On record before it is given out.</summary>
    /// <returns><c>null</c> when there is no such application, or its number is kept no longer.</returns>
    public async Task<RevealedApplicant?> RevealAsync(RecruitmentApplicationId id, ApplicantNumber which, string reason, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.RevealApplicant, cancellationToken: cancellationToken);
        Rule.Require(string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLength ? PersonRules.RevealReasonMissing() : null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var numbers = await db.Applications.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.IdNumber, a.Phone }).SingleOrDefaultAsync(cancellationToken);
        var number = which == ApplicantNumber.Identity ? numbers?.IdNumber?.Value : numbers?.Phone?.Value;
        if (number is null)
        {
            return null;
        }

        var shown = which == ApplicantNumber.Identity ? nameof(Application.IdNumber) : nameof(Application.Phone);
        await reads.RecordAsync(new SensitiveRead(SensitiveReadKind.Applicant, reader.Person, id.Value.ToString(), reason.Trim(), shown), cancellationToken);
        return new RevealedApplicant(number);
    }

    /// <summary>What the form of a clerk has to know.</summary>
    /// <returns><c>null</c> when there is no such batch.</returns>
    public async Task<EntryDesk?> DeskAsync(RecruitmentBatchId id, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is { } batch ? new EntryDesk(batch, Today, settings.RejectUnassignedArea) : null;
    }

    /// <summary>On somebody's behalf: what came on paper, or a unit's recommendation (Article 2).</summary>
    public async Task<RecruitmentApplicationId> EnterAsync(RecruitmentBatchId id, ApplicationForm form, CancellationToken cancellationToken = default)
    {
        var today = Today;
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var batch = await db.Batches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
                return (await db.SubmitAsync(batch, form, actor.Person, Now, today, cancellationToken)).Id;
            },
            cancellationToken);
    }

    public Task StartReviewAsync(RecruitmentApplicationId id, int version, CancellationToken cancellationToken = default) =>
        GoOnAsync(id, version, (application, clerk) => application.StartReview(clerk, Now), cancellationToken);

    /// <summary>How one condition of Article 5 was found out.</summary>
    public Task CheckAsync(RecruitmentApplicationId id, int version, EligibilityCondition condition, ConditionResult result, string? method, string? note, CancellationToken cancellationToken = default) =>
        GoOnAsync(id, version, (application, clerk) => application.Check(condition, result, Given(method), Given(note), clerk, Today), cancellationToken);

    /// <param name="by">The last day for what is asked for.</param>
    public Task ReturnAsync(RecruitmentApplicationId id, int version, string reason, DateOnly by, CancellationToken cancellationToken = default) =>
        GoOnAsync(id, version, (application, clerk) => application.Return(clerk, reason, by, Now, Today), cancellationToken);

    /// <summary>For whoever brings to the section what was asked for.</summary>
    /// <param name="note">What was brought.</param>
    public Task SupplementAsync(RecruitmentApplicationId id, int version, string note, CancellationToken cancellationToken = default) =>
        GoOnAsync(id, version, (application, clerk) => application.TakeSupplement(clerk, note, Now, Today), cancellationToken);

    /// <summary>A private link in the place of the one that is lost or was never there.</summary>
    /// <returns>Its code, which is shown once.</returns>
    public async Task<string> GiveLinkAsync(RecruitmentApplicationId id, int version, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var application = await db.TakeUpAsync(id, version, cancellationToken);
                await db.GoingOnAsync(application.Batch, cancellationToken);
                Rule.Require(application.WhyNotGiveLink());
                return db.GiveLink(application);
            },
            cancellationToken);
    }

    public Task RejectAsync(RecruitmentApplicationId id, int version, EligibilityCondition condition, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (application, clerk) => application.Reject(clerk, condition, reason, Now), cancellationToken);

    public Task ProposePassAsync(RecruitmentApplicationId id, int version, CancellationToken cancellationToken = default) =>
        JudgeAsync(id, version, (application, clerk, closes, settings) => application.ProposePass(clerk, closes, settings.AgeCount, Now), cancellationToken);

    /// <summary>By another administrator than the one who proposed it.</summary>
    public Task PassAsync(RecruitmentApplicationId id, int version, CancellationToken cancellationToken = default) =>
        JudgeAsync(id, version, (application, second, closes, settings) => application.Pass(second, closes, settings.AgeCount, Now), cancellationToken);

    public Task SendBackAsync(RecruitmentApplicationId id, int version, string reason, CancellationToken cancellationToken = default) =>
        GoOnAsync(id, version, (application, second) => application.SendBack(second, reason, Now), cancellationToken);

    /// <summary>A further unit recommends the same person.</summary>
    public Task RecommendAsync(RecruitmentApplicationId id, int version, string unit, DateOnly on, CancellationToken cancellationToken = default) =>
        GoOnAsync(id, version, (application, _) => application.AddRecommendation(new UnitRecommendation(unit.Trim(), null, on)), cancellationToken);

    /// <summary>The applicant told the section so.</summary>
    public Task WithdrawAsync(RecruitmentApplicationId id, int version, string note, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (application, clerk) => application.Withdraw(clerk, note, Now), cancellationToken);

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task JudgeAsync(RecruitmentApplicationId id, int version, Action<Application, PersonId, DateOnly, OfficeSettings> judge, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                var application = await db.TakeUpAsync(id, version, cancellationToken);
                var batch = await db.GoingOnAsync(application.Batch, cancellationToken);
                judge(application, actor.Person, batch.ClosesOn, settings);
            },
            cancellationToken);
    }

    private async Task ActAsync(RecruitmentApplicationId id, int version, Action<Application, PersonId> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var application = await db.TakeUpAsync(id, version, cancellationToken);
                act(application, actor.Person);
                await db.DropProposalAsync(application, Today, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What leads on, and is not done in a batch that was cancelled.</summary>
    private async Task GoOnAsync(RecruitmentApplicationId id, int version, Action<Application, PersonId> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var application = await db.TakeUpAsync(id, version, cancellationToken);
                await db.GoingOnAsync(application.Batch, cancellationToken);
                act(application, actor.Person);
            },
            cancellationToken);
    }
}

/// <summary>The batch that an application is entered in, and how numbers are read there.</summary>
public sealed record EntryDesk(RecruitmentBatch Batch, DateOnly Today, bool RejectUnassigned);
