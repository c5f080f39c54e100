using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>Notices as everybody may read them, and the way in for objections. Whoever asks is nobody in particular: nothing here is guarded, and nothing here reads more than what is published.</summary>
public sealed class PublicNotices(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts facts, TimeProvider clock)
{
    /// <summary>Days for which a notice can still be read once it is over.</summary>
    public const int DaysAfter = 30;

    private static readonly NoticeState[] s_published = [NoticeState.Published, NoticeState.Concluded];

    /// <summary>Running ones and those of the last month, the newest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Readable(db, clock.Today()).NoticeRows().Take(Paging.Size * 5).ToListAsync(cancellationToken);
    }

    /// <returns><c>null</c> when there is none to read with this id.</returns>
    public async Task<PublicNoticeView?> GetAsync(PublicNoticeId id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        if (await Readable(db, today).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } notice)
        {
            return null;
        }

        var ids = notice.Entries.Select(e => e.Application).ToList();
        var people = await db.Applications.Where(a => ids.Contains(a.Id)).People().ToDictionaryAsync(p => p.Id, cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        return new PublicNoticeView(notice, [.. notice.Entries.OrderBy(e => e.Position).Select(e => people[e.Application])], NoticeOffice.Of(settings), notice.IsRunning(today), settings.ObjectionAllowAnonymous);
    }

    /// <summary>Takes an objection while the notice runs, until 24:00 of its last day.</summary>
    /// <returns>Its receipt and the code of its private link.</returns>
    public async Task<PublicReceipt> ObjectAsync(PublicNoticeId id, ObjectionForm form, CancellationToken cancellationToken = default)
    {
        AuditScope.PortalActs(AuditActs.ObjectPublicly);
        return await work.WriteAsync(
            async db =>
            {
                var settings = await db.SettingsAsync(cancellationToken);
                var last = await db.Notices.Where(n => n.Id == id).Select(n => n.LastDay).SingleOrDefaultAsync(cancellationToken);
                Rule.Require(last is { } day && clock.Today() > day ? RecruitmentRules.ObjectionsClosed(day) : null);
                var objection = await db.LodgeAsync(id, form, settings, clock.GetUtcNow(), clock.Today(), cancellationToken);
                return new PublicReceipt(objection.Receipt, db.GiveLink(objection));
            },
            cancellationToken);
    }

    /// <returns>Where it stands; <c>null</c> when no objection has this link.</returns>
    public async Task<PublicObjectionView?> FindObjectionAsync(string? code, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Objections.WithLink(code)
            .Select(o => new PublicObjectionView(
                o.Receipt,
                db.Notices.Where(n => n.Id == o.Notice).Select(n => n.Title).First(),
                // That one clerk proposed and leadership is to agree is the office's own affair.
                o.State == ObjectionState.UpholdProposed ? ObjectionState.Investigating : o.State,
                o.ObjectorName == null, o.RepliedOn))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<PublicNotice> Readable(PortalDbContext db, DateOnly today)
    {
        var since = today.AddDays(-DaysAfter);
        return db.Notices.Where(n => s_published.Contains(n.State) && n.LastDay >= since);
    }
}

/// <summary>A notice as everybody may read it.</summary>
public sealed record PublicNoticeView(PublicNotice Notice, IReadOnlyList<NoticePerson> People, NoticeOffice Office, bool IsRunning, bool TakesAnonymous);

/// <summary>An objection as whoever made it may see it again: where it stands, and nothing of what it says.</summary>
public sealed record PublicObjectionView(string Receipt, string Notice, ObjectionState State, bool IsAnonymous, DateOnly? RepliedOn);
