using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Dismissals;

/// <summary>Dismissal on the six grounds of Article 18: evidence, hearing, approval, and the return of both certificates.</summary>
public sealed class DismissalService(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, OfficeFacts office, AuditedViews views, TimeProvider clock)
{
    /// <summary>Series of dismissal cases.</summary>
    public const string Series = "JP";

    public async Task<PageOf<DismissalRow>> ListAsync(Paging paging, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeDismissals, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DismissalRows(_ => true).PageAsync(paging, cancellationToken);
    }

    /// <summary>Those that leadership has to decide.</summary>
    public async Task<IReadOnlyList<DismissalRow>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeDismissals, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DismissalRows(d => d.State == DismissalState.Proposed).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<DismissalFile?> GetAsync(DismissalCaseId id, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeDismissals, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var file = await db.DismissalFileAsync(id, reader, settings, clock.Today(), cancellationToken);
        if (file is not null)
        {
            await views.RecordAsync(reader, Permissions.SeeDismissals, AuditedObject.Of(file.Case.Person), cancellationToken);
        }

        return file;
    }

    /// <returns><c>null</c> when the person is not in office.</returns>
    public async Task<DismissalSubject?> SubjectAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.HandleDismissal, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var term = await db.Appointments.AsNoTracking().InOffice(today).SingleOrDefaultAsync(t => t.Person == person, cancellationToken);
        if (term is null)
        {
            return null;
        }

        var engaged = (await db.EngagementsAsync(person, today, cancellationToken))[0];
        return new DismissalSubject(
            person, engaged.Name, term.Group, term.TermStart, term.LastDay, engaged.Clock.LastEngagedOn, engaged.Clock.LimitDay, engaged.Invitations,
            await db.HasOpenCaseAsync(person, cancellationToken));
    }

    public async Task<DismissalCaseId> DraftAsync(PersonId person, DismissalForm form, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        return await work.WriteAsync(
            async db =>
            {
                var clerk = await access.DemandAsync(Permissions.HandleDismissal, cancellationToken: cancellationToken);
                var term = await db.TermOfAsync(person, today, cancellationToken) ?? throw new RuleViolationException(AppointmentRules.NotInOffice(today));
                // What the clock shows is counted here, whatever the form believed.
                var count = (await db.EngagementsAsync(person, today, cancellationToken))[0].CountOn(today);
                var evidence = new DismissalEvidence(form.Facts.Trim())
                {
                    Sanction = form.Sanction,
                    DecidingBody = form.DecidingBody.Trim(),
                    Document = form.Document.Trim(),
                    DocumentDate = form.DocumentDate,
                    Serious = form.Serious,
                    Inactivity = count,
                    NoGoodReason = form.NoGoodReason,
                    DeclaredOn = form.DeclaredOn,
                };
                var anotherOpen = await db.HasOpenCaseAsync(person, cancellationToken);
                var number = await db.NextNumberAsync(Series, today.Year, cancellationToken);
                var dismissal = DismissalCase.Draft(DismissalCaseId.New(), number, term, form.Ground!.Value, evidence, anotherOpen, clerk.Person, today);
                db.Dismissals.Add(dismissal);
                return dismissal.Id;
            },
            cancellationToken);
    }

    public Task NotifyAsync(DismissalCaseId id, int version, CancellationToken cancellationToken = default) => HandleAsync(
        id,
        version,
        async (dismissal, db, _, today) =>
        {
            var settings = await db.SettingsAsync(cancellationToken);
            dismissal.Notify(settings.HearingWorkdays, await db.CalendarAsync(cancellationToken), today);
        },
        cancellationToken);

    public Task RecordStatementAsync(DismissalCaseId id, int version, string statement, CancellationToken cancellationToken = default) =>
        HandleAsync(id, version, (dismissal, _, _, today) => Done(() => dismissal.RecordStatement(statement, today)), cancellationToken);

    public Task ProposeAsync(DismissalCaseId id, int version, DateOnly effectiveOn, CancellationToken cancellationToken = default) => HandleAsync(
        id,
        version,
        async (dismissal, db, clerk, today) =>
        {
            var settings = await db.SettingsAsync(cancellationToken);
            var term = await db.TermInQuestionAsync(dismissal, today, cancellationToken);
            await StillAsync(db, dismissal, today, cancellationToken);
            dismissal.Propose(effectiveOn, term, clerk, today);
            if (!settings.ApproveDismissals)
            {
                await DecideAsync(db, dismissal, clerk, settings, today, cancellationToken);
            }
        },
        cancellationToken);

    public Task DropAsync(DismissalCaseId id, int version, string reason, CancellationToken cancellationToken = default) =>
        HandleAsync(id, version, (dismissal, _, _, _) => Done(() => dismissal.Drop(reason)), cancellationToken);

    public Task CloseAsync(DismissalCaseId id, int version, CancellationToken cancellationToken = default) => HandleAsync(
        id,
        version,
        async (dismissal, db, _, _) => dismissal.Close(await db.OutstandingAsync(dismissal, cancellationToken)),
        cancellationToken);

    public async Task ApproveAsync(DismissalCaseId id, int version, CancellationToken cancellationToken = default)
    {
        await work.WriteAsync(
            async db =>
            {
                var approver = await access.DemandAsync(Permissions.ApproveTerms, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                await DecideAsync(db, await db.TakeUpAsync(id, version, cancellationToken), approver.Person, settings, clock.Today(), cancellationToken);
            },
            cancellationToken);
    }

    public async Task SendBackAsync(DismissalCaseId id, int version, string reason, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var approver = await access.DemandAsync(Permissions.ApproveTerms, cancellationToken: cancellationToken);
            (await db.TakeUpAsync(id, version, cancellationToken)).SendBack(approver.Person, reason);
        },
        cancellationToken);

    /// <summary>One's own term and, of what is under way about it, one's own resignation only.</summary>
    /// <returns><c>null</c> when out of office.</returns>
    public async Task<MyResignation?> MineAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.Resign, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Appointments.AsNoTracking().InOffice(clock.Today()).SingleOrDefaultAsync(t => t.Person == reader.Person, cancellationToken) is not { } term)
        {
            return null;
        }

        var sent = await db.DismissalRows(d => d.Person == reader.Person && (d.Term == term.Id || DismissalCase.OpenStates.Contains(d.State)) && d.Ground == DismissalGround.Resignation && d.State != DismissalState.Dropped).FirstOrDefaultAsync(cancellationToken);
        var dropped = await db.Dismissals.AsNoTracking()
            .Where(d => d.Person == reader.Person && d.Term == term.Id && d.Ground == DismissalGround.Resignation && d.State == DismissalState.Dropped)
            .OrderByDescending(d => d.Number)
            .Select(d => new DroppedResignation(d.Number, d.Reason!))
            .FirstOrDefaultAsync(cancellationToken);
        return new MyResignation(term.TermStart, term.LastDay, sent, sent is null ? dropped : null);
    }

    /// <summary>A supervisor resigns in writing, on screen (Article 18 (5)).</summary>
    /// <param name="statement">The declaration in the person's own words.</param>
    /// <param name="effectiveOn">The first day without office; today when not given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ResignAsync(string statement, DateOnly? effectiveOn, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        await work.WriteAsync(
            async db =>
            {
                var supervisor = await access.DemandAsync(Permissions.Resign, cancellationToken: cancellationToken);
                var term = await db.TermOfAsync(supervisor.Person, today, cancellationToken) ?? throw new RuleViolationException(AppointmentRules.NotInOffice(today));
                var anotherOpen = await db.HasResignedAsync(supervisor.Person, cancellationToken);
                var number = await db.NextNumberAsync(Series, today.Year, cancellationToken);
                db.Dismissals.Add(DismissalCase.Resign(DismissalCaseId.New(), number, term, statement.Trim(), effectiveOn, anotherOpen, today));
            },
            cancellationToken);
    }

    // Whoever has left meanwhile is not counted any more.
    private static async Task StillAsync(PortalDbContext db, DismissalCase dismissal, DateOnly today, CancellationToken cancellationToken)
    {
        if (dismissal.Ground == DismissalGround.InactiveOneYear && (await db.EngagementsAsync(dismissal.Person, today, cancellationToken)) is [var engaged, ..])
        {
            dismissal.CountAgain(engaged.CountOn(today));
        }
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static async Task DecideAsync(PortalDbContext db, DismissalCase dismissal, PersonId approver, OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        var term = await db.TermInQuestionAsync(dismissal, today, cancellationToken);
        if (term.EndedOn is not null)
        {
            await db.VoidEarlierEndAsync(term, dismissal.Id, OfficialWords.Text(nameof(OfficialText.Term_EndedSooner)), approver, today, cancellationToken);
        }

        await StillAsync(db, dismissal, today, cancellationToken);
        dismissal.Approve(term, approver, settings.ApproveDismissals, today);
        await db.RecordLetterAsync(term, today, cancellationToken);
        await db.DropUpcomingAsync(dismissal.Person, OfficialWords.Text(nameof(OfficialText.Term_RenewalFallenAway)), approver, today, cancellationToken);
        await db.SettleTermsAsync(dismissal.Person, OfficialWords.Text(nameof(OfficialText.Letter_Dismissed)), today, cancellationToken);
        await db.IssueDismissalAsync(dismissal, term, approver, today, cancellationToken);
    }

    private async Task HandleAsync(DismissalCaseId id, int version, Func<DismissalCase, PortalDbContext, PersonId, DateOnly, Task> act, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.HandleDismissal, cancellationToken: cancellationToken);
            await act(await db.TakeUpAsync(id, version, cancellationToken), db, clerk.Person, clock.Today());
        },
        cancellationToken);
}
