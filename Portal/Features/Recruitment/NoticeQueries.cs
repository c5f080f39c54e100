using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment;

/// <summary>What is read of notices.</summary>
internal static class NoticeQueries
{
    public static IQueryable<NoticePerson> People(this IQueryable<Application> applications) =>
        applications.AsNoTracking().Select(a => new NoticePerson(a.Id, a.FullName, a.Sex, a.WorkUnit ?? a.Occupation, a.Group, a.Channel));

    /// <summary>The newest first.</summary>
    public static IQueryable<NoticeRow> NoticeRows(this IQueryable<PublicNotice> notices) =>
        notices.AsNoTracking().OrderByDescending(n => n.PublishedOn == null ? 1 : 0).ThenByDescending(n => n.PublishedOn).ThenByDescending(n => n.Number)
            .Select(n => new NoticeRow(n.Id, n.Title, n.Number, n.State, n.PublishedOn, n.LastDay, n.Entries.Count));

    /// <exception cref="DbUpdateConcurrencyException">Somebody acted on it meanwhile.</exception>
    public static async Task<PublicNotice> TakeUpAsync(this PortalDbContext db, PublicNoticeId id, int version, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == id, cancellationToken) ?? throw RecruitmentQueries.NotThere();
        notice.Version.AsShown(version);
        return notice;
    }

    /// <summary>The applications on a notice, to act on.</summary>
    public static Task<List<Application>> OnAsync(this PortalDbContext db, PublicNotice notice, CancellationToken cancellationToken)
    {
        var ids = notice.Entries.Select(e => e.Application).ToList();
        return db.Applications.AsSplitQuery().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken);
    }

    /// <summary>The applications that a form named, in its order.</summary>
    public static async Task<IReadOnlyList<Application>> NamedAsync(this PortalDbContext db, RecruitmentBatchId batch, NoticeForm form, CancellationToken cancellationToken)
    {
        var ids = form.People.Distinct().Select(RecruitmentApplicationId.From).ToList();
        var found = await db.Applications.AsSplitQuery().Where(a => a.Batch == batch && ids.Contains(a.Id)).ToListAsync(cancellationToken);
        await db.RequireUnopposedAsync(found, cancellationToken);
        return [.. found.OrderBy(a => ids.IndexOf(a.Id))];
    }

    /// <exception cref="RuleViolationException">An objection to one of them was upheld.</exception>
    public static async Task RequireUnopposedAsync(this PortalDbContext db, IReadOnlyCollection<Application> people, CancellationToken cancellationToken)
    {
        var objections = await db.ObjectionsAsync(people.Select(a => a.Id), cancellationToken);
        Rule.Require(people.Select(a => a.WhyNotOnAnotherNotice(objections)).FirstOrDefault(v => v is not null));
    }

    public static Task<List<Objection>> ObjectionsAsync(this PortalDbContext db, PublicNotice notice, CancellationToken cancellationToken) =>
        db.ObjectionsAsync(notice.Entries.Select(e => e.Application), cancellationToken);

    private static Task<List<Objection>> ObjectionsAsync(this PortalDbContext db, IEnumerable<RecruitmentApplicationId> people, CancellationToken cancellationToken)
    {
        var ids = people.ToList();
        return db.Objections.Where(o => ids.Contains(o.Application)).ToListAsync(cancellationToken);
    }

    /// <summary>What a concluded notice came to.</summary>
    /// <param name="db">Of a unit of work.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="people">Who is on it.</param>
    /// <param name="objections">To them, see <see cref="ObjectionsAsync(PortalDbContext, PublicNotice, CancellationToken)"/>. One that came after the period is decided like the others, but the period is not what it says something of.</param>
    /// <param name="by">Who concludes it, or undoes what it had come to.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task IssueResultAsync(
        this PortalDbContext db, PublicNotice notice, IReadOnlyCollection<Application> people, IEnumerable<Objection> objections, PersonId by, DateOnly today, CancellationToken cancellationToken) =>
        db.IssueResultAsync(notice, people, objections.Count(o => o.Notice == notice.Id && !o.Late), by, today, cancellationToken);
}
