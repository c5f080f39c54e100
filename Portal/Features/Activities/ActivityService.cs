using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Letters;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Activities;

/// <summary>What the section organises: planning, inviting, attendance (Articles 7, 8 (5), 9).</summary>
public sealed class ActivityService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    public async Task<PageOf<ActivityRow>> ListAsync(ActivityFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var activities = await db.ActivitiesForAsync(reader, clock.Today(), cancellationToken);
        var page = await activities.Where(filter).InOrder(paging).PageAsync(paging, cancellationToken);
        return new PageOf<ActivityRow>(await db.RowsAsync(page.Rows, clock.Today(), cancellationToken), page.Total);
    }

    public async Task<IReadOnlyList<ActivityRow>> ExportAsync(ActivityFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var activities = await db.ActivitiesForAsync(reader, clock.Today(), cancellationToken);
        return await db.RowsAsync(await activities.Where(filter).InOrder(paging).AllForExportAsync(cancellationToken), clock.Today(), cancellationToken);
    }

    /// <summary>The activities of some days, for a calendar.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await db.ActivitiesForAsync(reader, clock.Today(), cancellationToken))
            .Where(a => a.Date >= first && a.Date <= last)
            .OrderBy(a => a.Date).ThenBy(a => a.Number)
            .Select(a => new CalendarEntry(a.Id, a.Title, a.Kind, a.Date, a.State))
            .ToListAsync(cancellationToken);
    }

    public async Task<ActivityFilterChoices> FilterChoicesAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var activities = await db.ActivitiesForAsync(reader, clock.Today(), cancellationToken);
        return await db.FilterChoicesAsync(activities, await db.RecusedFromAsync(reader.Person, cancellationToken), cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id, or the reader may not know of it.</returns>
    public async Task<ActivityFile?> GetAsync(ActivityId id, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var activity = await (await db.ActivitiesForAsync(reader, clock.Today(), cancellationToken)).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (activity is null)
        {
            return null;
        }

        var handles = Roles.Grant(reader.Role, Permissions.ManageActivities);
        if (handles)
        {
            // Why people could not come, and what is still kept from everybody else.
            await views.RecordAsync(reader, Permissions.SeeActivities, AuditedObject.Of(id), cancellationToken);
        }

        var invitees = await db.InviteesAsync(activity, handles, cancellationToken);
        var ids = activity.Agencies.Select(a => a.Agency).ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Code).Select(a => new NamedChoice(a.Id.Value, a.Name)).ToListAsync(cancellationToken);
        var missing = handles && activity.State is ActivityState.Draft or ActivityState.Published ? await db.MissingLettersAsync(activity, cancellationToken) : [];
        return new ActivityFile(
            (await db.RowsAsync([activity], clock.Today(), cancellationToken))[0],
            activity.Version,
            activity.HourTenths,
            activity.Capacity,
            activity.Mandatory,
            activity.RequiresDocumentAccess,
            agencies,
            activity.Remark,
            activity.CancelReason,
            invitees,
            [.. agencies.Select(a => new LetterNeed(a.Id, a.Name, [.. missing.Where(m => m.Agency.Value == a.Id).Select(m => m.Name)])).Where(n => n.People.Count > 0)],
            handles ? ActsOf(activity, NamesOf(missing), invitees.Count(i => i.IsUnrecorded)) : null);
    }

    /// <summary>The agencies that a new activity can visit.</summary>
    public async Task<IReadOnlyList<NamedChoice>> AgencyChoicesAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ManageActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AgencyChoicesAsync(await db.RecusedFromAsync(actor.Person, cancellationToken), cancellationToken);
    }

    /// <summary>Whom an activity like this would invite, before anything is kept.</summary>
    public async Task<Invitations> PreviewAsync(ActivityForm form, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.ManageActivities, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // A sketch: only its day and its agencies matter, and a meeting asks for no mode that may not be chosen yet.
        var sketch = Activity.Plan(ActivityId.New(), "", "", ActivityKind.Meeting, null, form.Date!.Value, 0, false, false, form.AgencyIds, null, form.Capacity);
        return await db.InvitationsAsync(sketch, form.Groups, clock.Today(), await db.RecusedFromAsync(actor.Person, cancellationToken), cancellationToken);
    }

    /// <summary>Plans an activity and invites the members of the chosen groups.</summary>
    public async Task<PlannedActivity> CreateAsync(ActivityForm form, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageActivities, cancellationToken: cancellationToken);
                var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
                await db.DemandAgenciesAsync(form, recused, cancellationToken);
                Rule.Require(Activity.WhyNotPlan(form.Kind, form.Mode, form.AgencyIds));
                var number = await db.NextActivityNumberAsync(form.Date!.Value.Year, cancellationToken);
                var activity = Activity.Plan(
                    ActivityId.New(), number, form.Title.Trim(), form.Kind, form.Mode, form.Date.Value, form.HourTenths,
                    form.Mandatory, form.RequiresDocumentAccess, form.AgencyIds, form.RemarkOrNone, form.Capacity);
                db.Activities.Add(activity);
                var invitations = await db.InvitationsAsync(activity, form.Groups, clock.Today(), recused, cancellationToken);
                db.Participations.AddRange(invitations.Invited.Select((i, before) => Participation.Invite(ParticipationId.New(), activity, i.Person, inOfficeOnTheDay: true, recused: false, placesTaken: before)));
                return new PlannedActivity(activity.Id, number, invitations);
            },
            cancellationToken);
    }

    public Task PublishAsync(ActivityId id, CancellationToken cancellationToken = default) => ActAsync(
        id,
        (_, activity) =>
        {
            activity.Publish();
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Refused while somebody who is to take part has no letter of introduction for documents that are to be consulted (Article 12).</summary>
    public Task StartAsync(ActivityId id, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (db, activity) => activity.Start(clock.Today(), NamesOf(await db.MissingLettersAsync(activity, cancellationToken))),
        cancellationToken);

    /// <summary>Refused until everybody's attendance is recorded.</summary>
    public Task CompleteAsync(ActivityId id, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (db, activity) => activity.Complete(await db.Participations.CountAsync(
            p => p.Activity == id && Attendance.Unrecorded.Contains(p.State),
            cancellationToken)),
        cancellationToken);

    /// <summary>Frees everybody who was invited.</summary>
    public Task CancelAsync(ActivityId id, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (db, activity) =>
        {
            activity.Cancel(reason);
            foreach (var participation in await db.Participations.Where(p => p.Activity == id).ToListAsync(cancellationToken))
            {
                participation.VoidByCancellation();
            }
        },
        cancellationToken);

    /// <summary>Writes marks of the attendance sheet: all of them or, when one is refused, none.</summary>
    public Task RecordAttendanceAsync(ActivityId id, IReadOnlyDictionary<PersonId, ParticipationState> marks, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (db, activity) =>
        {
            Rule.Require(activity.WhyNotRecordAttendance(clock.Today()));
            var people = marks.Keys.ToList();
            var participations = await db.Participations.Where(p => p.Activity == id && people.Contains(p.Person)).ToListAsync(cancellationToken);
            if (participations.Count != people.Count)
            {
                throw ActivityQueries.Denied();
            }

            participations.ForEach(p => p.RecordAttendance(marks[p.Person]));
        },
        cancellationToken);

    public Task ApproveLeaveAsync(ActivityId id, PersonId person, CancellationToken cancellationToken = default) =>
        ActOnAsync(id, person, participation => participation.ApproveLeave(), cancellationToken);

    public Task RefuseLeaveAsync(ActivityId id, PersonId person, CancellationToken cancellationToken = default) =>
        ActOnAsync(id, person, participation => participation.RefuseLeave(), cancellationToken);

    /// <summary>An absence is excused afterwards, with evidence.</summary>
    public Task ExcuseLaterAsync(ActivityId id, PersonId person, string evidence, CancellationToken cancellationToken = default) =>
        ActOnAsync(id, person, participation => participation.ExcuseLater(evidence), cancellationToken);

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<MissingLetter> missing) => [.. missing.Select(m => m.Name).Distinct(StringComparer.Ordinal)];

    private ActivityActs ActsOf(Activity activity, IReadOnlyList<string> withoutLetter, int withoutAttendance) => new(
        activity.WhyNotRevise(), activity.WhyNotPublish(), activity.WhyNotStart(clock.Today(), withoutLetter), activity.WhyNotRecordAttendance(clock.Today()), activity.WhyNotComplete(withoutAttendance), activity.WhyNotCancel());

    private Task ActOnAsync(ActivityId id, PersonId person, Action<Participation> act, CancellationToken cancellationToken) => ActAsync(
        id,
        async (db, _) => act(await db.Participations.SingleOrDefaultAsync(p => p.Activity == id && p.Person == person, cancellationToken) ?? throw ActivityQueries.Denied()),
        cancellationToken);

    private async Task ActAsync(ActivityId id, Func<PortalDbContext, Activity, Task> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageActivities, cancellationToken: cancellationToken);
                var activity = await db.ActivityToHandleAsync(id, await db.RecusedFromAsync(actor.Person, cancellationToken), cancellationToken);
                await act(db, activity);
            },
            cancellationToken);
    }
}
