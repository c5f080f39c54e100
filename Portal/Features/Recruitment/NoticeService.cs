using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Data.People;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Features.Recruitment;

/// <summary>Public notices (Article 6; domain.md A2.3): prepared by the section, approved by leadership where the office asks for it, settled person by person.</summary>
public sealed class NoticeService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts facts, AccessGuard access, TimeProvider clock)
{
    /// <returns><c>null</c> when there is none with this id.</returns>
    public async Task<NoticeFile?> GetAsync(PublicNoticeId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeRecruitment, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        var calendar = await facts.CalendarAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } notice)
        {
            return null;
        }

        var today = clock.Today();
        var names = await db.NamesAsync(new[] { notice.PreparedBy, notice.ApprovedBy }.OfType<PersonId>(), cancellationToken);
        return new NoticeFile
        {
            Notice = notice,
            Batch = await db.Batches.AsNoTracking().SingleAsync(b => b.Id == notice.Batch, cancellationToken),
            Office = NoticeOffice.Of(settings),
            Today = today,
            Lines = await LinesAsync(db, notice, today, cancellationToken),
            Days = notice.Computation ?? DeadlineComputation.ForNotice(today, settings.NoticeCounting, calendar),
            PreparedBy = names.GetValueOrDefault(notice.PreparedBy, ""),
            ApprovedBy = notice.ApprovedBy is { } approver ? names.GetValueOrDefault(approver) : null,
            Acts = Roles.Grant(actor.Role, Permissions.ManageRecruitment) ? ActsOf(notice, actor.Person, settings, today) : [],
        };
    }

    /// <summary>Who passed the review, for a new notice or for one that is still a draft.</summary>
    /// <returns><c>null</c> when there is no such batch.</returns>
    public async Task<NoticeDesk?> DeskAsync(RecruitmentBatchId id, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        var calendar = await facts.CalendarAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } batch)
        {
            return null;
        }

        var people = await db.Applications.Where(a => a.Batch == id && a.State == ApplicationState.ReviewPassed).OrderBy(a => a.Receipt).People().ToListAsync(cancellationToken);
        return new NoticeDesk(batch, NoticeOffice.Of(settings), people, DeadlineComputation.ForNotice(clock.Today(), settings.NoticeCounting, calendar));
    }

    public async Task<PublicNoticeId> PrepareAsync(RecruitmentBatchId batch, NoticeForm form, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                await db.GoingOnAsync(batch, cancellationToken);
                var notice = PublicNotice.Prepare(PublicNoticeId.New(), batch, form.Title, form.Text, await db.NamedAsync(batch, form, cancellationToken), actor.Person, settings.OrgTelephone);
                db.Notices.Add(notice);
                return notice.Id;
            },
            cancellationToken);
    }

    public Task ReviseAsync(PublicNoticeId id, int version, NoticeForm form, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, notice, _) =>
        {
            var settings = await db.SettingsAsync(cancellationToken);
            notice.Revise(form.Title, form.Text, await db.NamedAsync(notice.Batch, form, cancellationToken), settings.OrgTelephone);
        },
        cancellationToken);

    public Task ProposeAsync(PublicNoticeId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        (_, notice, clerk) =>
        {
            notice.Propose(clerk);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Where the office needs no approval; where it does, this is refused, since nobody has proposed it to anybody.</summary>
    public Task PublishAsync(PublicNoticeId id, int version, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, notice, clerk) =>
        {
            var settings = await db.SettingsAsync(cancellationToken);
            Rule.Require(settings.ApproveNotices ? RecruitmentRules.ApproverIsProposer() : null);
            await db.PublishAsync(notice, clerk, settings, await db.CalendarAsync(cancellationToken), clock.GetUtcNow(), clock.Today(), cancellationToken);
        },
        cancellationToken);

    /// <summary>What was published with the old last day is void; the notice is issued anew under a number of its own.</summary>
    public Task ExtendAsync(PublicNoticeId id, int version, DateOnly lastDay, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, notice, clerk) => await db.ExtendAsync(notice, lastDay, reason, clerk, await db.SettingsAsync(cancellationToken), clock.Today(), cancellationToken),
        cancellationToken);

    /// <summary>Its people can be put on a new notice, which has its whole period before it.</summary>
    public Task WithdrawAsync(PublicNoticeId id, int version, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, notice, clerk) =>
        {
            notice.Withdraw(clerk, reason, await db.OnAsync(notice, cancellationToken), clock.GetUtcNow());
            await db.VoidDocumentsAsync(DocumentKind.PublicNotice, id.Value, reason, clerk, clock.Today(), cancellationToken);
        },
        cancellationToken);

    /// <summary>What the notice came to for one person; the others are not held up by an objection to this one.</summary>
    /// <param name="reason">Why the person failed, where an objection was upheld.</param>
    public Task SettleAsync(PublicNoticeId id, int version, RecruitmentApplicationId person, string? reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        version,
        async (db, notice, clerk) =>
        {
            var people = await db.OnAsync(notice, cancellationToken);
            var objections = await db.ObjectionsAsync(notice, cancellationToken);
            notice.Settle(people.Find(a => a.Id == person) ?? throw RecruitmentQueries.NotThere(), objections, clerk, reason, clock.GetUtcNow(), clock.Today());
            if (notice.State == NoticeState.Concluded)
            {
                await db.IssueResultAsync(notice, people, objections, clerk, clock.Today(), cancellationToken);
            }
        },
        cancellationToken);

    private static IReadOnlyList<Choice<NoticeAct>> ActsOf(PublicNotice notice, PersonId clerk, OfficeSettings settings, DateOnly today) =>
    [
        settings.ApproveNotices ? new(NoticeAct.Propose, notice.WhyNotPropose()) : new(NoticeAct.Publish, notice.WhyNotPublish(clerk, approvalNeeded: false)),
        new(NoticeAct.Extend, notice.WhyNotExtend(DateOnly.MaxValue, today)),
        new(NoticeAct.Withdraw, notice.WhyNotWithdraw()),
    ];

    private static async Task<IReadOnlyList<NoticeLine>> LinesAsync(PortalDbContext db, PublicNotice notice, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = notice.Entries.Select(e => e.Application).ToList();
        var people = await db.Applications.Where(a => ids.Contains(a.Id)).People().ToDictionaryAsync(p => p.Id, cancellationToken);
        var states = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.State }).ToDictionaryAsync(a => a.Id, a => a.State, cancellationToken);
        var objections = await db.ObjectionsAsync(notice, cancellationToken);
        return
        [
            .. notice.Entries.OrderBy(e => e.Position).Select(e => new NoticeLine(
                people[e.Application], states[e.Application], e.Outcome,
                objections.Count(o => o.Application == e.Application),
                notice.WhyNotSettle(e.Application, objections, today),
                objections.Exists(o => o.Application == e.Application && o.State == ObjectionState.Upheld))),
        ];
    }

    private async Task ActAsync(PublicNoticeId id, int version, Func<PortalDbContext, PublicNotice, PersonId, Task> act, CancellationToken cancellationToken)
    {
        await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.ManageRecruitment, cancellationToken: cancellationToken);
                await act(db, await db.TakeUpAsync(id, version, cancellationToken), actor.Person);
            },
            cancellationToken);
    }
}

internal static class Publishing
{
    /// <summary>Gives the notice its number, freezes its days and issues it; the people on it are on notice from now.</summary>
    public static async Task PublishAsync(
        this PortalDbContext db, PublicNotice notice, PersonId by, OfficeSettings settings, WorkingCalendar calendar, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        Rule.Require(notice.WhyNotPublish(by, settings.ApproveNotices));
        await db.GoingOnAsync(notice.Batch, cancellationToken);
        var people = await db.OnAsync(notice, cancellationToken);
        await db.RequireUnopposedAsync(people, cancellationToken);
        var number = await db.NextOfficialNumberAsync(today.Year, settings, cancellationToken);
        notice.Publish(by, settings.ApproveNotices, number.Text, people, settings.NoticeCounting, calendar, now, today);
        await db.IssueNoticeAsync(notice, number, people, by, today, cancellationToken);
    }

    /// <summary>A later last day, and a document that says so in the place of the one before.</summary>
    public static async Task ExtendAsync(
        this PortalDbContext db, PublicNotice notice, DateOnly lastDay, string reason, PersonId by, OfficeSettings settings, DateOnly today, CancellationToken cancellationToken)
    {
        Rule.Require(notice.WhyNotExtend(lastDay, today));
        var number = await db.NextOfficialNumberAsync(today.Year, settings, cancellationToken);
        notice.Extend(lastDay, reason, number.Text, today);
        await db.VoidDocumentsAsync(DocumentKind.PublicNotice, notice.Id.Value, reason, by, today, cancellationToken);
        // One document of a notice stands at every moment.
        await db.SaveChangesAsync(cancellationToken);
        await db.IssueNoticeAsync(notice, number, await db.OnAsync(notice, cancellationToken), by, today, cancellationToken);
    }
}
