using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>Objections to people on a notice (Article 6; domain.md A2.4). Who objects is known to administrators only.</summary>
public sealed class ObjectionService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    private static readonly ObjectionState[] s_open = [.. Objection.OpenStates];

    /// <summary>Those that wait first, the longest waiting before the others.</summary>
    public async Task<PageOf<ObjectionRow>> ListAsync(Paging paging, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.HandleObjections, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Objections.AsNoTracking()
            .OrderBy(o => s_open.Contains(o.State) ? 0 : o.ObjectorName != null && o.RepliedOn == null ? 1 : 2).ThenBy(o => o.LodgedAt).ThenBy(o => o.Receipt)
            .Select(o => new ObjectionRow(
                o.Id, o.Receipt, o.Notice, db.Notices.Where(n => n.Id == o.Notice).Select(n => n.Title).First(), db.Applications.Where(a => a.Id == o.Application).Select(a => a.FullName).First(),
                o.LodgedAt, o.Late, o.State, !s_open.Contains(o.State) && o.ObjectorName != null && o.RepliedOn == null))
            .PageAsync(paging, cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<ObjectionFile?> GetAsync(ObjectionId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.HandleObjections, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } objection)
        {
            return null;
        }

        await views.RecordAsync(actor, Permissions.HandleObjections, AuditedObject.Of(id), cancellationToken);
        var names = await db.NamesAsync(new[] { objection.DecidedBy }.OfType<PersonId>(), cancellationToken);
        return new ObjectionFile(
            objection,
            await db.Notices.Where(n => n.Id == objection.Notice).Select(n => n.Title).SingleAsync(cancellationToken),
            await db.Applications.Where(a => a.Id == objection.Application).Select(a => a.FullName).SingleAsync(cancellationToken),
            objection.DecidedBy is { } by ? names.GetValueOrDefault(by) : null,
            [.. Enum.GetValues<ObjectionAct>().Select(act => new Choice<ObjectionAct>(act, WhyNot(objection, act)))]);
    }

    /// <summary>Takes down what came by letter, by telephone or in person.</summary>
    public async Task<ObjectionId> TakeDownAsync(PublicNoticeId notice, ObjectionForm form, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                await access.DemandAsync(Permissions.HandleObjections, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                return (await db.LodgeAsync(notice, form, settings, clock.GetUtcNow(), clock.Today(), cancellationToken)).Id;
            },
            cancellationToken);
    }

    public Task AcceptAsync(ObjectionId id, int version, CancellationToken cancellationToken = default) => ActAsync(id, version, (objection, _) => objection.Accept(), cancellationToken);

    public Task DeclineAsync(ObjectionId id, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (objection, clerk) => objection.Decline(clerk, reason, clock.Today()), cancellationToken);

    public Task DismissAsync(ObjectionId id, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (objection, clerk) => objection.Dismiss(clerk, reason, clock.Today()), cancellationToken);

    /// <summary>Leadership decides, since it ends somebody's way to office.</summary>
    public Task ProposeUpholdAsync(ObjectionId id, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (objection, clerk) => objection.ProposeUphold(clerk, reason), cancellationToken);

    public Task AnswerAsync(ObjectionId id, int version, string reply, CancellationToken cancellationToken = default) =>
        ActAsync(id, version, (objection, _) => objection.Answer(reply, clock.Today()), cancellationToken);

    private static RuleViolation? WhyNot(Objection objection, ObjectionAct act) => act switch
    {
        ObjectionAct.Accept => objection.WhyNotAccept(),
        ObjectionAct.Decline => objection.WhyNotDecline(),
        ObjectionAct.Dismiss => objection.WhyNotDismiss(),
        ObjectionAct.ProposeUphold => objection.WhyNotProposeUphold(),
        ObjectionAct.Answer => objection.WhyNotReply(),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private async Task ActAsync(ObjectionId id, int version, Action<Objection, PersonId> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.HandleObjections, cancellationToken: cancellationToken);
                var objection = await db.Objections.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
                objection.Version.AsShown(version);
                act(objection, actor.Person);
            },
            cancellationToken);
    }
}

internal static class Lodging
{
    /// <summary>The one way in, for a clerk and for the public.</summary>
    public static async Task<Objection> LodgeAsync(
        this PortalDbContext db, PublicNoticeId id, ObjectionForm form, OfficeSettings settings, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
        Rule.Require(Objection.WhyNotLodge(notice, form.GivenName, form.GivenContact, form.Content ?? "", settings.ObjectionAllowAnonymous));
        var objection = Objection.Lodge(
            ObjectionId.New(), notice, form.Person, await db.NextNumberAsync("YY", today.Year, cancellationToken), form.GivenName, form.GivenContact, form.Content!.Trim(), settings.ObjectionAllowAnonymous, now, today);
        db.Objections.Add(objection);
        return objection;
    }
}
