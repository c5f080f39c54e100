using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>Open batches, and applying in them without an account. An application is found again by its private link alone.</summary>
public sealed class PublicApplications(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts facts, TimeProvider clock)
{
    /// <summary>Those that take applications today, the first to close first.</summary>
    public async Task<IReadOnlyList<RecruitmentBatch>> OpenAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        return await db.Batches.AsNoTracking()
            .Where(b => b.State == BatchState.Open && b.TakesApplications && b.OpensOn <= today && b.ClosesOn >= today)
            .OrderBy(b => b.ClosesOn).ThenBy(b => b.Number).Take(Paging.Size).ToListAsync(cancellationToken);
    }

    /// <param name="isSent">A form comes from its page: it may have been opened while the batch was, and what was typed in it is shown back.</param>
    /// <returns><c>null</c> when there is nothing to apply in.</returns>
    public async Task<RecruitmentBatch?> BatchAsync(RecruitmentBatchId id, bool isSent, CancellationToken cancellationToken = default)
    {
        if (!isSent)
        {
            return (await OpenAsync(cancellationToken)).FirstOrDefault(b => b.Id == id);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.State != BatchState.Draft && b.TakesApplications, cancellationToken);
    }

    /// <summary>Whether an identity number of no province is refused.</summary>
    public async Task<bool> RejectsUnassignedAsync(CancellationToken cancellationToken = default) => (await facts.SettingsAsync(cancellationToken)).RejectUnassignedArea;

    /// <summary>Whoever will be too young or too old on the closing day reads so at once (Article 5 (1)), and not after weeks.</summary>
    public async Task<RuleViolation?> WhyNotAgedAsync(RecruitmentBatch batch, IdentityNumber number, CancellationToken cancellationToken = default) =>
        Application.WhyNotAged(number.BirthDate, batch.ClosesOn, (await facts.SettingsAsync(cancellationToken)).AgeCount);

    /// <exception cref="RuleViolationException">Not taken; of whoever is known already it says no more than that it is not taken on line.</exception>
    public async Task<PublicReceipt> ApplyAsync(RecruitmentBatchId id, ApplicationForm form, CancellationToken cancellationToken = default)
    {
        AuditScope.PortalActs(AuditActs.ApplyPublicly);
        try
        {
            return await TakeAsync(id, form, cancellationToken);
        }
        catch (RuleViolationException refused) when (refused.Violation.Code == RecruitmentRules.InOfficeAlready().Code || refused.Violation.Code == RecruitmentRules.AppliedAlready().Code)
        {
            throw new RuleViolationException(RecruitmentRules.NotTakenOnline());
        }
        catch (Exception twice) when (LostRace.IsDuplicate(twice))
        {
            // Sent twice in the same moment: the same answer.
            throw new RuleViolationException(RecruitmentRules.NotTakenOnline());
        }
    }

    private async Task<PublicReceipt> TakeAsync(RecruitmentBatchId id, ApplicationForm form, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            var batch = await db.Batches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
            Rule.Require(IdentityNumber.TryParse(form.IdNumber, clock.Today(), out var number, out _) ? await WhyNotAgedAsync(batch, number, cancellationToken) : null);
            form.Channel = RecruitmentChannel.OpenRecruitment;
            var application = await db.SubmitAsync(batch, form, by: null, clock.GetUtcNow(), clock.Today(), cancellationToken);
            return new PublicReceipt(application.Receipt, db.GiveLink(application));
        },
        cancellationToken);

    /// <returns><c>null</c> when no application has this link.</returns>
    public async Task<Application?> FindAsync(string? code, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Applications.WithLink(code).AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What was asked for. Name and identity number stay as they were sent in.</summary>
    public Task SupplementAsync(string code, SupplementForm form, CancellationToken cancellationToken = default) => ActAsync(
        code,
        application =>
        {
            var phone = PhoneNumber.TryParse(form.Phone, out var given) ? given : application.Phone!.Value;
            application.Resubmit(
                new Applicant(application.FullName, application.IdNumber!.Value, phone, application.District, Given(form.WorkUnit), Given(form.Occupation), application.Group, form.Motivation?.Trim() ?? ""),
                Given(form.Note), clock.GetUtcNow(), clock.Today());
        },
        cancellationToken);

    public Task WithdrawAsync(string code, CancellationToken cancellationToken = default) =>
        ActAsync(code, application => application.Withdraw(by: null, note: null, clock.GetUtcNow()), cancellationToken);

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task ActAsync(string code, Action<Application> act, CancellationToken cancellationToken)
    {
        AuditScope.PortalActs(AuditActs.ApplyPublicly);
        await work.WriteAsync(
            async db =>
            {
                var application = await db.Applications.WithLink(code).AsSplitQuery().SingleOrDefaultAsync(cancellationToken) ?? throw RecruitmentQueries.NotThere();
                act(application);
                await db.DropProposalAsync(application, clock.Today(), cancellationToken);
            },
            cancellationToken);
    }
}

/// <summary>Shown once: the number to name, and the code of the private link.</summary>
public sealed record PublicReceipt(string Receipt, string Code);
