using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Data.Undertakings;
using Portal.Domain.Activities;
using Portal.Domain.Alerts;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Time;
using Portal.Drafts;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>Reads the supervisor's first page: as many queries for a person with a hundred findings as for one with none.</summary>
public sealed class MyHomeService(IDbContextFactory<PortalDbContext> contexts, OfficeFacts office, AccessGuard access, TimeProvider clock)
{
    /// <summary>Rows of each section; the rest is one tap away.</summary>
    public const int Shown = 4;

    /// <summary>Days for which a decision counts as news.</summary>
    public const int NewsDays = 7;

    public async Task<MyHome> GetAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnHome, cancellationToken: cancellationToken);
        var today = clock.Today();
        var settings = await office.SettingsAsync(cancellationToken);
        var calendar = await office.CalendarAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var coming = await db.ComingAsync(actor.Person, recused, today, cancellationToken);
        var findings = await db.MineAsync(actor.Person, recused, cancellationToken);
        var recusals = await db.RecusalsAsync(actor.Person, cancellationToken);
        var draftWaits = await db.Drafts.AnyAsync(d => d.Person == actor.Person && d.Form == DraftNames.Finding, cancellationToken);

        List<Waiting> waiting =
        [
            .. findings.Where(f => f.State == FindingState.NeedsInfo).Select(f => new Waiting(WaitKind.Question, f.Number, f.Id.Value)),
            .. coming.Where(a => a.State == ParticipationState.Invited).Select(a => new Waiting(WaitKind.Invitation, a.Title, On: a.Date)),
            .. findings.Where(f => f is { State: FindingState.FedBack, AppealedOn: null })
                .Select(f => new Waiting(WaitKind.Result, f.Number, f.Id.Value, FindingTimes.AppealUntil(f.FedBackOn, settings)))
                .Where(w => w.On >= today),
            .. recusals.Where(r => r.DecidedOn > today.AddDays(-NewsDays)).Select(r => new Waiting(WaitKind.Decision, r.Matter, On: r.DecidedOn, Decision: r.State)),
        ];
        waiting.AddRange(await OfOfficeAsync(db, actor.Person, settings, today, cancellationToken));
        if (draftWaits)
        {
            waiting.Add(new Waiting(WaitKind.Draft, ""));
        }

        return new MyHome(
            actor.Name,
            waiting,
            [.. coming.Take(Shown)],
            [.. findings.OrderBy(f => f.IsDone).ThenByDescending(f => f.SubmittedOn).ThenByDescending(f => f.Number, StringComparer.Ordinal).Take(Shown).Select(f => Progress(f, settings, calendar, today))],
            findings.Count,
            [.. recusals.Take(Shown).Select(r => new StandingRecusal(r.Id, r.Matter, r.State, r.FiledOn))],
            await db.WithoutUndertaking(today).AnyAsync(t => t.Person == actor.Person, cancellationToken));
    }

    /// <summary>What the person is reminded of before the section is: the silence of Article 18 (2), the end of the term (Article 17).</summary>
    private static async Task<IEnumerable<Waiting>> OfOfficeAsync(PortalDbContext db, PersonId person, Domain.Rules.OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        var waiting = new List<Waiting>();
        if (await db.EngagementsAsync(person, today, cancellationToken) is [var engaged]
            && !engaged.OnLeave && engaged.Invitations > 0 && OfficeAlerts.Inactive(engaged.Clock, settings, today) is { } months)
        {
            waiting.Add(new Waiting(WaitKind.Inactive, "", On: engaged.Clock.LimitDay, Months: months));
        }

        if (await db.TermOfAsync(person, today, cancellationToken) is { } term
            && OfficeAlerts.TermEnding(term.LastDay, settings, today) is not null
            && !await db.Appointments.AnyAsync(next => next.Person == person && next.State == AppointmentState.Upcoming, cancellationToken))
        {
            waiting.Add(new Waiting(WaitKind.TermEnding, "", On: term.LastDay));
        }

        return waiting;
    }

    private FindingProgress Progress(HomeFinding finding, Domain.Rules.OfficeSettings settings, WorkingCalendar calendar, DateOnly today) => new(
        finding.Id, finding.Number, finding.Unit, finding.State, StepOf(finding.State),
        FindingTimes.NextBy(finding.State, clock.DayOf(finding.LastTold), finding.RectifyBy, settings, calendar),
        DeadlineStanding.Of(finding.State, finding.RectifyBy, completedOn: null, today, settings.DueSoonDays));

    private static int StepOf(FindingState state) => state switch
    {
        FindingState.Submitted or FindingState.NeedsInfo or FindingState.Registered => 1,
        FindingState.Investigating => 2,
        FindingState.FedBack or FindingState.Closed => 4,
        _ => 3,
    };
}
