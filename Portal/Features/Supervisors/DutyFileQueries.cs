using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Time;

namespace Portal.Features.Supervisors;

/// <summary>What the file of duty reads. What the reader steps aside from, and visits nobody may know of yet, are left out (Article 11).</summary>
internal static class DutyFileQueries
{
    private static readonly LetterState[] s_issued = [LetterState.Issued, LetterState.Used, LetterState.Revoked];
    private static readonly DismissalState[] s_decided = [DismissalState.CertificateReturn, DismissalState.Closed];

    public static async Task<DutyFile?> DutyFileAsync(this PortalDbContext db, PersonId person, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Supervisors(today).Where(e => e.Person.Id == person).SingleOrDefaultAsync(cancellationToken) is not { } entry)
        {
            return null;
        }

        var own = reader.Person == person;
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var findingsKnown = own || Roles.Grant(reader.Role, Permissions.HandleFinding);
        return new DutyFile(
            today,
            (await db.RowsAsync([entry], today, cancellationToken))[0],
            entry.Person.Sex,
            entry.Person.BirthDate is { } born ? AgeInYears.On(today, born) : null,
            entry.Term.Channel,
            await db.TermsOfAsync(person, own, today, cancellationToken),
            await db.Cards.AsNoTracking().Where(c => c.Person == person).OrderByDescending(c => c.Number)
                .Select(c => new CardLife(c.Number, c.State, c.IssuedOn, c.LostOn, c.ClosedOn)).ToListAsync(cancellationToken),
            await db.YearsOfAsync(person, reader, recused, findingsKnown, today, cancellationToken),
            findingsKnown,
            await db.RecusalsOfAsync(person, reader, today, cancellationToken),
            await db.Leaves.AsNoTracking().Where(l => l.Person == person && !l.IsTakenBack).OrderByDescending(l => l.First)
                .Select(l => new LeaveDays(l.First, l.Last)).ToListAsync(cancellationToken),
            await db.LettersOfAsync(person, reader, recused, today, cancellationToken),
            await db.Dismissals.AsNoTracking().Where(d => d.Person == person && (!own || s_decided.Contains(d.State))).OrderByDescending(d => d.DraftedOn)
                .Select(d => new DismissalLine(d.Number, d.Ground, d.State, d.DraftedOn, d.EffectiveOn)).ToListAsync(cancellationToken));
    }

    // The office's own remark on a term is not addressed to the person.
    private static async Task<IReadOnlyList<DutyTerm>> TermsOfAsync(this PortalDbContext db, PersonId person, bool own, DateOnly today, CancellationToken cancellationToken)
    {
        var terms = await db.Appointments.AsNoTracking().Where(t => t.Person == person).OrderByDescending(t => t.Sequence).ToListAsync(cancellationToken);
        var letters = await db.AppointmentLetters.AsNoTracking().Where(l => l.Person == person).ToDictionaryAsync(l => l.Term, cancellationToken);
        return
        [
            .. terms.Select(t => new DutyTerm(
                new TermRow(t.Sequence, t.Group, t.Channel, t.TermStart, t.LastDay, SupervisorRow.Shown(t, today), SupervisorRow.StatusOf(t, today), t.Ground, own ? null : t.Remark),
                letters.GetValueOrDefault(t.Id)?.Number,
                letters.GetValueOrDefault(t.Id)?.State,
                [.. t.GroupChanges.OrderBy(c => c.On).Select(c => new GroupChangeLine(c.From, c.To, c.On, c.Reason))])),
        ];
    }

    private static async Task<IReadOnlyList<DutyYear>> YearsOfAsync(
        this PortalDbContext db, PersonId person, Actor reader, RecusedFrom recused, bool findingsKnown, DateOnly today, CancellationToken cancellationToken)
    {
        var open = db.Activities.AsNoTracking().OpenTo(recused);
        var activities = await (
            from activity in reader.Person == person ? open : open.KnownTo(reader, today)
            join part in db.Participations on activity.Id equals part.Activity
            where part.Person == person
            orderby activity.Date, activity.Number
            select new AttendanceRow(activity.Id, activity.Number, activity.Title, activity.Kind, activity.Date, part.State)).ToListAsync(cancellationToken);
        List<FindingRow> findings = findingsKnown
            ? await db.FindingsBy(person, recused).OrderBy(f => f.SubmittedOn).ThenBy(f => f.Number)
                .Select(f => new FindingRow(f.Id, f.Number, f.Category, f.State, f.SubmittedOn)).ToListAsync(cancellationToken)
            : [];
        var (attended, filed) = (activities.ToLookup(a => a.Date.Year), findings.ToLookup(f => f.SubmittedOn.Year));
        return
        [
            .. attended.Select(y => y.Key).Union(filed.Select(y => y.Key)).OrderDescending()
                .Select(year => new DutyYear(year, [.. attended[year]], [.. filed[year]])),
        ];
    }

    private static async Task<IReadOnlyList<LetterLine>> LettersOfAsync(this PortalDbContext db, PersonId person, Actor reader, RecusedFrom recused, DateOnly today, CancellationToken cancellationToken)
    {
        var known = reader.Person == person ? db.Activities.OpenTo(recused) : db.Activities.OpenTo(recused).KnownTo(reader, today);
        var letters = await (
            from letter in db.IntroductionLetters.AsNoTracking()
            join agency in db.Agencies on letter.Agency equals agency.Id
            where s_issued.Contains(letter.State) && letter.Bearers.Any(b => b.Person == person) && (letter.Activity == null || known.Any(a => a.Id == letter.Activity))
            orderby letter.ValidFrom descending, letter.Serial descending
            select new { letter.Agency, Line = new LetterLine(letter.Serial!, agency.Name, letter.Matter, letter.ValidFrom, letter.ValidTo, letter.State) }).ToListAsync(cancellationToken);
        return [.. letters.Where(l => !recused.Covers(l.Agency)).Select(l => l.Line)];
    }
}
