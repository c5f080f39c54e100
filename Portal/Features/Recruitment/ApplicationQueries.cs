using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>One application: read for its page, taken up for an act, sent in.</summary>
internal static class ApplicationQueries
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody acted on it meanwhile.</exception>
    public static async Task<Application> TakeUpAsync(this PortalDbContext db, RecruitmentApplicationId id, int version, CancellationToken cancellationToken)
    {
        var application = await db.Applications.WholeAsync(id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
        application.Version.AsShown(version);
        return application;
    }

    /// <summary>The one way in, for a clerk and for the public.</summary>
    /// <param name="by">The clerk; <c>null</c> for the person.</param>
    public static async Task<Application> SubmitAsync(
        this PortalDbContext db, RecruitmentBatch batch, ApplicationForm form, PersonId? by, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var applicant = form.ToApplicant(today);
        var known = await db.CircumstancesAsync(applicant.IdNumber, form.Declared, today, cancellationToken);
        var recommendations = form.ToRecommendations();
        var note = form.Channel == RecruitmentChannel.Other ? form.ChannelNote : null;
        Rule.Require(Application.WhyNotSubmit(batch, form.Channel, note, recommendations.Count > 0, known, today));
        var application = Application.Submit(
            RecruitmentApplicationId.New(), batch, await db.NextNumberAsync("BM", today.Year, cancellationToken), applicant, form.Channel, note, recommendations, known, by, now, today);
        db.Applications.Add(application);
        return application;
    }

    public static async Task<ApplicationFile> FileAsync(this PortalDbContext db, Application application, Actor reader, OfficeSettings settings, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var batch = await db.Batches.AsNoTracking().SingleAsync(b => b.Id == application.Batch, cancellationToken);
        var names = await db.NamesAsync(application.Events.Select(e => e.By).OfType<PersonId>().Concat(application.Checks.Select(c => c.CheckedBy)), cancellationToken);
        var manages = Roles.Grant(reader.Role, Permissions.ManageRecruitment);
        var objections = await db.Objections.AsNoTracking().Where(o => o.Application == application.Id).ToListAsync(cancellationToken);
        var proposal = await db.TermProposals.AsNoTracking().Where(p => p.Application == application.Id && p.State == TermProposalState.Proposed)
            .Select(p => new OpenProposal(p.Id, p.Version, p.EffectiveOn, db.People.Where(q => q.Id == p.ProposedBy).Select(q => q.FullName).FirstOrDefault(), p.ProposedOn))
            .SingleOrDefaultAsync(cancellationToken);
        return new ApplicationFile
        {
            Application = ApplicationShown.Of(application),
            Batch = batch,
            Today = today,
            Age = application.BirthDate is null ? null : application.AgeOn(batch.ClosesOn, settings.AgeCount),
            Conditions = [.. EligibilityConditions.All.Select(c => Row(application, c, batch.ClosesOn, settings, names))],
            Earlier = await db.EarlierAsync(application, cancellationToken),
            Terms = await db.TermsAsync(application, cancellationToken),
            Steps = [.. application.Events.OrderByDescending(e => e.Sequence).Select(e => new ApplicationStep(e.State, e.At, e.By is { } by ? names.GetValueOrDefault(by) : null, e.Note))],
            Acts = manages ? [.. ActsOf(proposal).Select(act => new Choice<ApplicationAct>(act, WhyNotGoOn(batch, act) ?? WhyNot(application, act, reader.Person, batch.ClosesOn, settings, objections, today)))] : [],
            Proposal = proposal,
            Account = Roles.Grant(reader.Role, Permissions.ManageAccounts) && application.Person is { } person ? await db.AccountAsync(person, reader, now, cancellationToken) : null,
            ApprovalNeeded = settings.ApproveAppointments,
            SupplementBy = today.AddDays(settings.SupplementDays),
        };
    }

    private static Task<AppointedAccount?> AccountAsync(this PortalDbContext db, PersonId person, Actor reader, DateTimeOffset now, CancellationToken cancellationToken) => db.Accounts.AsNoTracking()
        .Where(a => a.Person == person && !a.IsDisabled)
        .Select(a => new AppointedAccount(
            a.Subject != null,
            db.Invitations.Where(i => i.Account == a.Id && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).Select(i => (DateTimeOffset?)i.ExpiresAt).FirstOrDefault(),
            reader.IsConfirmed))
        .SingleOrDefaultAsync(cancellationToken);

    // What waits for leadership is taken back rather than proposed again.
    private static IEnumerable<ApplicationAct> ActsOf(OpenProposal? proposal) =>
        Enum.GetValues<ApplicationAct>().Where(act => act != (proposal is null ? ApplicationAct.WithdrawAppointment : ApplicationAct.ProposeAppointment));

    private static RuleViolation? WhyNotGoOn(RecruitmentBatch batch, ApplicationAct act) =>
        act is ApplicationAct.Reject or ApplicationAct.WithdrawAppointment or ApplicationAct.Withdraw ? null : batch.WhyNotGoOn();

    private static RuleViolation? WhyNot(Application application, ApplicationAct act, PersonId clerk, DateOnly closes, OfficeSettings settings, IReadOnlyList<Objection> objections, DateOnly today) => act switch
    {
        ApplicationAct.StartReview => application.WhyNotStartReview(),
        ApplicationAct.ProposePass => application.WhyNotProposePass(closes, settings.AgeCount),
        ApplicationAct.Pass => application.WhyNotPass(clerk, closes, settings.AgeCount),
        ApplicationAct.SendBack => application.WhyNotSendBack(clerk),
        ApplicationAct.Return => application.WhyNotReturn(),
        ApplicationAct.Supplement => application.WhyNotResubmit(today),
        ApplicationAct.GiveLink => application.WhyNotGiveLink(),
        ApplicationAct.Reject => application.WhyNotReject(),
        ApplicationAct.ProposeAppointment => application.WhyNotAppoint(today, settings.AgeCount, today, objections),
        ApplicationAct.WithdrawAppointment => null,
        ApplicationAct.Recommend => application.WhyNotRecommend(),
        ApplicationAct.Withdraw => application.WhyNotWithdraw(),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static ConditionRow Row(Application application, EligibilityCondition condition, DateOnly closes, OfficeSettings settings, Dictionary<PersonId, string> names)
    {
        var whyNot = application.WhyNotCheck(condition);
        if (condition == EligibilityCondition.Age)
        {
            return new(condition, application.BirthDate is null ? null : application.WhyNotAged(closes, settings.AgeCount) is null ? ConditionResult.Met : ConditionResult.NotMet, null, null, null, closes, whyNot);
        }

        var check = application.CheckOf(condition);
        return new(condition, check?.Result, check?.Method, check?.Note, check is null ? null : names.GetValueOrDefault(check.CheckedBy), check?.CheckedOn, whyNot);
    }

    private static async Task<IReadOnlyList<EarlierApplication>> EarlierAsync(this PortalDbContext db, Application application, CancellationToken cancellationToken)
    {
        if (application.IdNumber is not { } number)
        {
            return [];
        }

        return await db.ApplicationsOf(number).AsNoTracking().Where(a => a.Id != application.Id).OrderByDescending(a => a.Receipt)
            .Select(a => new EarlierApplication(a.Id, a.Receipt, db.Batches.Where(b => b.Id == a.Batch).Select(b => b.Title).First(), a.State))
            .ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<EarlierTerm>> TermsAsync(this PortalDbContext db, Application application, CancellationToken cancellationToken)
    {
        if (application.IdNumber is not { } number)
        {
            return [];
        }

        var people = await db.WithNumbers([number]).Select(p => p.Id).ToListAsync(cancellationToken);
        return await db.Appointments.AsNoTracking().Where(t => people.Contains(t.Person)).OrderByDescending(t => t.Sequence)
            .Select(t => new EarlierTerm(t.Person, t.Sequence, t.TermStart, t.EndedOn ?? t.TermEnd, t.State, t.Ground))
            .ToListAsync(cancellationToken);
    }
}
