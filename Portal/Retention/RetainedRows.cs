using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.People;
using Portal.Data.SignIns;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Retention;
using Portal.Evidence;

namespace Portal.Retention;

/// <summary>For each class of the schedule, which rows it means.</summary>
internal static class RetainedRows
{
    public static IReadOnlyList<IRetained> All { get; } =
    [
        new Retained<SignInSession, DateTimeOffset>(RetentionClass.EndedSignIns, EndedSignIns, Day, Delete),
        new Retained<Invitation, DateTimeOffset>(RetentionClass.Invitations, Invitations, Day, Delete),
        new Retained<FormDraft, DateOnly>(RetentionClass.DraftsOfFormerSupervisors, DraftsOfFormerSupervisors, Day, Delete),
        new Retained<FormDraft, DateTimeOffset>(RetentionClass.AbandonedDrafts, AbandonedDrafts, Day, Delete),
        new Retained<EvidenceFile, DateTimeOffset>(RetentionClass.RemovedEvidence, (db, scope) => db.RemovedEvidence(scope.Start, scope.Holds), Day, Shred),
        new Retained<ExportDay, DateOnly>(RetentionClass.ExportCounts, ExportCounts, Day, Delete),
        new Retained<AuditKey, int>(RetentionClass.AuditValues, AuditKeys, (_, month) => AuditSeals.LastDayOf(month), Delete),
        new Retained<Person, DateOnly>(RetentionClass.FormerSupervisors, FormerSupervisors, Day, AnonymiseAsync),
        new Retained<Application, DateTimeOffset>(RetentionClass.EndedApplications, EndedApplications, Day, (db, rows, stop) => AnonymiseAsync(db, rows, keepName: false, stop)),
        new Retained<Objection, DateOnly>(RetentionClass.DecidedObjections, DecidedObjections, Day, AnonymiseAsync),
    ];

    /// <summary>Files that were taken back before an instant and can still be read. Their bytes, noise then, are swept with the files that nobody speaks of.</summary>
    public static IQueryable<DueRow<EvidenceFile, DateTimeOffset>> RemovedEvidence(this PortalDbContext db, DateTimeOffset before, Holds holds)
    {
        var (people, findings) = (holds.People, holds.Findings.Select(f => f.Value).ToList());
        var (applications, objections) = (holds.Applications.Select(a => a.Value).ToList(), holds.Objections.Select(o => o.Value).ToList());
        return
            from file in db.Evidence
            where file.RemovedAt < before && file.WrappedKey != null
            select new DueRow<EvidenceFile, DateTimeOffset>
            {
                Row = file,
                From = file.RemovedAt!.Value,
                IsHeld = (file.AddedBy != null && people.Contains(file.AddedBy.Value)) || (file.Matter == EvidenceMatter.Finding && findings.Contains(file.Owner))
                    || (file.Matter == EvidenceMatter.Application && applications.Contains(file.Owner)) || (file.Matter == EvidenceMatter.Objection && objections.Contains(file.Owner)),
            };
    }

    private static IQueryable<DueRow<SignInSession, DateTimeOffset>> EndedSignIns(PortalDbContext db, RetentionScope scope)
    {
        var (before, people) = (scope.Start, scope.Holds.People);
        return
            from session in db.Sessions
            where (session.EndedAt ?? session.LastSeenAt) < before && db.Sessions.Any(s => s.Account == session.Account && s.LastSeenAt > session.LastSeenAt)
            select new DueRow<SignInSession, DateTimeOffset>
            {
                Row = session,
                From = session.EndedAt ?? session.LastSeenAt,
                IsHeld = db.Accounts.Any(a => a.Id == session.Account && people.Contains(a.Person)),
            };
    }

    private static IQueryable<DueRow<Invitation, DateTimeOffset>> Invitations(PortalDbContext db, RetentionScope scope)
    {
        var (before, people) = (scope.Start, scope.Holds.People);
        return
            from invitation in db.Invitations
            where (invitation.UsedAt ?? invitation.WithdrawnAt ?? invitation.ExpiresAt) < before
            select new DueRow<Invitation, DateTimeOffset>
            {
                Row = invitation,
                From = invitation.UsedAt ?? invitation.WithdrawnAt ?? invitation.ExpiresAt,
                IsHeld = db.Accounts.Any(a => a.Id == invitation.Account && people.Contains(a.Person)),
            };
    }

    private static IQueryable<DueRow<FormDraft, DateOnly>> DraftsOfFormerSupervisors(PortalDbContext db, RetentionScope scope)
    {
        var people = scope.Holds.People;
        return
            from draft in db.Drafts
            join last in db.LastDays() on draft.Person equals last.Person
            where last.Day < scope.DueBefore
            select new DueRow<FormDraft, DateOnly> { Row = draft, From = last.Day, IsHeld = people.Contains(draft.Person) };
    }

    private static IQueryable<DueRow<FormDraft, DateTimeOffset>> AbandonedDrafts(PortalDbContext db, RetentionScope scope)
    {
        var (before, people) = (scope.Start, scope.Holds.People);
        return
            from draft in db.Drafts
            where draft.SavedAt < before
            select new DueRow<FormDraft, DateTimeOffset> { Row = draft, From = draft.SavedAt, IsHeld = people.Contains(draft.Person) };
    }

    private static IQueryable<DueRow<ExportDay, DateOnly>> ExportCounts(PortalDbContext db, RetentionScope scope)
    {
        var people = scope.Holds.People;
        return
            from day in db.ExportDays
            where day.Day < scope.DueBefore
            select new DueRow<ExportDay, DateOnly> { Row = day, From = day.Day, IsHeld = people.Contains(day.Person) };
    }

    // A key from before there was one a month is as old as the oldest that has one; it sorts before that and goes with it.
    // What the office's own key seals may be about anybody: while anything is held, it stays.
    private static IQueryable<DueRow<AuditKey, int>> AuditKeys(PortalDbContext db, RetentionScope scope)
    {
        var month = AuditSeals.MonthOf(scope.DueBefore);
        var (subjects, any, office) = (scope.Holds.Subjects, scope.Holds.Any, AuditSeals.Office);
        return
            from key in db.AuditKeys
            where key.Month < month && (key.Month > 0 || db.AuditKeys.Any(k => k.Month > 0 && k.Month < month))
            select new DueRow<AuditKey, int>
            {
                Row = key,
                From = key.Month,
                IsHeld = subjects.Contains(key.Subject) || (any && key.Subject == office),
            };
    }

    private static IQueryable<DueRow<Person, DateOnly>> FormerSupervisors(PortalDbContext db, RetentionScope scope)
    {
        var people = scope.Holds.People;
        return
            from person in db.People
            join last in db.LastDays() on person.Id equals last.Person
            where last.Day < scope.DueBefore
                && (person.IdNumber != null || person.Phone != null || person.BirthDate != null || person.Sex != null || person.District != null || person.WorkUnit != null
                    || db.Applications.Any(a => a.Person == person.Id && a.IdNumber != null))
                && !db.Accounts.Any(a => a.Person == person.Id && a.Role != PortalRole.Supervisor)
            select new DueRow<Person, DateOnly> { Row = person, From = last.Day, IsHeld = people.Contains(person.Id) };
    }

    private static IQueryable<DueRow<Application, DateTimeOffset>> EndedApplications(PortalDbContext db, RetentionScope scope)
    {
        var (before, held, live) = (scope.Start, scope.Holds.Applications, Application.LiveStates);
        return
            from application in db.Applications
            where application.State != ApplicationState.Appointed && !live.Contains(application.State) && application.IdNumber != null
                && application.Events.Max(e => e.At) < before
            select new DueRow<Application, DateTimeOffset>
            {
                Row = application,
                From = application.Events.Max(e => e.At),
                IsHeld = held.Contains(application.Id),
            };
    }

    private static IQueryable<DueRow<Objection, DateOnly>> DecidedObjections(PortalDbContext db, RetentionScope scope)
    {
        var (before, held, open) = (scope.DueBefore, scope.Holds.Objections, Objection.OpenStates);
        return
            from objection in db.Objections
            where !open.Contains(objection.State) && objection.Decision != null && (objection.ObjectorName == null || objection.RepliedOn != null)
                && (objection.RepliedOn ?? objection.DecidedOn) < before
            select new DueRow<Objection, DateOnly>
            {
                Row = objection,
                From = (objection.RepliedOn ?? objection.DecidedOn)!.Value,
                IsHeld = held.Contains(objection.Id),
            };
    }

    /// <summary>Of everybody who ever held office, the last day of the last term: the same rule as <see cref="Appointment.LastDay"/>.</summary>
    private static IQueryable<LastDayInOffice> LastDays(this PortalDbContext db) => db.Appointments
        .GroupBy(term => term.Person)
        .Select(terms => new LastDayInOffice { Person = terms.Key, Day = terms.Max(t => t.EndedOn ?? t.TermEnd) });

    private static DateOnly Day(RetentionScope scope, DateTimeOffset from) => scope.Clock.DayOf(from);

    private static DateOnly Day(RetentionScope scope, DateOnly from) => from;

    private static Task Delete<T>(PortalDbContext db, List<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        db.RemoveRange(rows);
        return Task.CompletedTask;
    }

    private static Task Shred(PortalDbContext db, List<EvidenceFile> files, CancellationToken cancellationToken)
    {
        files.ForEach(f => f.Erase());
        return Task.CompletedTask;
    }

    // The record first learns what became of the person, and then forgets what it knew, all in one transaction: nothing of what was taken away is left in it.
    private static async Task AnonymiseAsync(PortalDbContext db, List<Person> people, CancellationToken cancellationToken)
    {
        var ids = people.ConvertAll(p => p.Id);
        foreach (var person in people)
        {
            person.Anonymise();
            db.Entry(person).Property<string?>(ProtectedColumns.IdNumberHash).CurrentValue = null;
        }

        var accounts = await db.Accounts.Where(a => ids.Contains(a.Person)).ToListAsync(cancellationToken);
        accounts.ForEach(a => a.Unbind());
        var gone = accounts.ConvertAll(a => a.Id);
        db.Sessions.RemoveRange(await db.Sessions.Where(s => gone.Contains(s.Account)).ToListAsync(cancellationToken));

        await db.SaveChangesAsync(cancellationToken);
        foreach (var person in ids)
        {
            await db.EraseFromAuditAsync(person.Value, cancellationToken);
        }

        // What they came into office by says the same of them.
        var known = ids.ConvertAll(id => (PersonId?)id);
        await AnonymiseAsync(db, await db.Applications.AsSplitQuery().Where(a => known.Contains(a.Person)).ToListAsync(cancellationToken), keepName: true, cancellationToken);
    }

    private static async Task AnonymiseAsync(PortalDbContext db, List<Application> applications, bool keepName, CancellationToken cancellationToken)
    {
        foreach (var application in applications)
        {
            application.Anonymise(keepName);
            db.Entry(application).Property<string?>(ProtectedColumns.IdNumberHash).CurrentValue = null;
            db.DropLink(application);
        }

        await ForgetAsync(db, EvidenceMatter.Application, applications.ConvertAll(a => a.Id.Value), cancellationToken);
    }

    private static async Task AnonymiseAsync(PortalDbContext db, List<Objection> objections, CancellationToken cancellationToken)
    {
        foreach (var objection in objections)
        {
            objection.Anonymise();
            db.DropLink(objection);
        }

        await ForgetAsync(db, EvidenceMatter.Objection, objections.ConvertAll(o => o.Id.Value), cancellationToken);
    }

    /// <summary>The files of what is kept no longer, and what the audit record keeps of it.</summary>
    private static async Task ForgetAsync(PortalDbContext db, EvidenceMatter matter, List<Guid> owners, CancellationToken cancellationToken)
    {
        await Shred(db, await db.Evidence.Where(f => f.Matter == matter && owners.Contains(f.Owner) && f.WrappedKey != null).ToListAsync(cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var owner in owners)
        {
            await db.EraseFromAuditAsync(owner, cancellationToken);
        }
    }

    private sealed class LastDayInOffice
    {
        public required PersonId Person { get; init; }

        public required DateOnly Day { get; init; }
    }
}
