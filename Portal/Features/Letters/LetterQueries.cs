using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Data.People;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Recusals;

namespace Portal.Features.Letters;

internal static class LetterQueries
{
    private static readonly ActivityState[] s_toCome = [ActivityState.Draft, ActivityState.Published, ActivityState.InProgress];

    /// <summary>What the reader may know of: neither to an agency or for an activity that they step aside from (Article 11), nor for an undercover visit kept from them, unless the section asks them to approve it.</summary>
    public static async Task<IQueryable<IntroductionLetter>> LettersForAsync(this PortalDbContext db, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var hidden = recused.Agencies;
        var open = db.Activities.OpenTo(recused);
        var known = open.KnownTo(reader, today);
        return db.IntroductionLetters.Where(l => !hidden.Contains(l.Agency)
            && (l.Activity == null || known.Any(a => a.Id == l.Activity) || (l.State == LetterState.Proposed && open.Any(a => a.Id == l.Activity))));
    }

    public static IQueryable<IntroductionLetter> Where(this IQueryable<IntroductionLetter> letters, LetterFilter filter, PortalDbContext db, DateOnly today)
    {
        if (filter.Standing is { } standing)
        {
            letters = letters.Where(Stands(standing, today));
        }

        if (filter.Agency is { } agency)
        {
            letters = letters.Where(l => l.Agency == agency);
        }

        if (filter.Activity is { } activity)
        {
            letters = letters.Where(l => l.Activity == activity);
        }

        return filter.Text is { } text
            ? letters.Where(l => l.Serial!.Contains(text) || l.Matter.Contains(text) || l.Bearers.Any(b => b.CardNumber.Contains(text) || db.People.Any(p => p.Id == b.Person && p.FullName.Contains(text))))
            : letters;
    }

    /// <summary>What waits first, then the latest days.</summary>
    public static IOrderedQueryable<IntroductionLetter> InOrder(this IQueryable<IntroductionLetter> letters, Paging paging) => (paging.Sort, paging.Descending) switch
    {
        ("number", false) => letters.OrderBy(l => l.Serial).ThenBy(l => l.Id),
        ("number", true) => letters.OrderByDescending(l => l.Serial).ThenBy(l => l.Id),
        ("until", false) => letters.OrderBy(l => l.ValidTo).ThenBy(l => l.Serial).ThenBy(l => l.Id),
        ("until", true) => letters.OrderByDescending(l => l.ValidTo).ThenBy(l => l.Serial).ThenBy(l => l.Id),
        _ => letters.OrderByDescending(l => l.State == LetterState.Draft || l.State == LetterState.Proposed).ThenByDescending(l => l.ValidFrom).ThenByDescending(l => l.Serial).ThenBy(l => l.Id),
    };

    public static async Task<IReadOnlyList<LetterRow>> RowsAsync(this PortalDbContext db, IReadOnlyList<IntroductionLetter> letters, DateOnly today, CancellationToken cancellationToken)
    {
        var units = letters.Select(l => l.Agency).Distinct().ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(a => units.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var names = await db.NamesAsync(letters.SelectMany(l => l.Bearers).Select(b => b.Person), cancellationToken);
        return
        [
            .. letters.Select(l => new LetterRow(
                l.Id, l.Serial, agencies[l.Agency], l.Matter, [.. l.Bearers.Select(b => names[b.Person]).Order(StringComparer.Ordinal)], l.ValidFrom, l.ValidTo, l.Sensitive,
                LetterStandings.Of(l.State, l.ValidTo, today))),
        ];
    }

    public static async Task<LetterFile> FileAsync(this PortalDbContext db, IntroductionLetter letter, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        var facts = await db.BearerFactsAsync([.. letter.Bearers.Select(b => b.Person)], letter, today, cancellationToken);
        PersonId?[] named = [letter.PreparedBy, letter.ApprovedBy];
        var names = await db.NamesAsync([.. letter.Bearers.Select(b => b.Person), .. named.OfType<PersonId>()], cancellationToken);
        return new LetterFile(
            letter.Id, letter.Version, letter.Serial, letter.Agency, await db.AgencyNameAsync(letter.Agency, cancellationToken),
            letter.Activity is { } activity ? await db.KnownActivityAsync(activity, reader, today, cancellationToken) : null,
            letter.Matter, letter.ValidFrom, letter.ValidTo, letter.Sensitive, LetterStandings.Of(letter.State, letter.ValidTo, today),
            names[letter.PreparedBy], letter.ApprovedBy is { } approver ? names[approver] : null, letter.IssuedOn, letter.ClosedOn, letter.Note,
            BearersOf(letter, names), letter.Serial is null ? null : await db.PaperAsync(letter.Id, reader, today, cancellationToken),
            Roles.Grant(reader.Role, Permissions.ManageLetters), Roles.Grant(reader.Role, Permissions.ApproveLetters),
            letter.WhyNotIssue(facts, today), letter.WhyNotApprove(reader.Person, facts, today), letter.WhyNotDecide(reader.Person), letter.WhyNotUse(), letter.WhyNotRevoke());
    }

    private static IReadOnlyList<LetterBearerLine> BearersOf(IntroductionLetter letter, Dictionary<PersonId, string> names) =>
        [.. letter.Bearers.Select(b => new LetterBearerLine(b.Person, names[b.Person], b.CardNumber)).OrderBy(b => b.CardNumber, StringComparer.Ordinal)];

    public static Task<string> AgencyNameAsync(this PortalDbContext db, AgencyId agency, CancellationToken cancellationToken) =>
        db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).SingleAsync(cancellationToken);

    public static Task<List<BearerFacts>> BearerFactsAsync(this PortalDbContext db, IReadOnlyCollection<PersonId> people, IntroductionLetter letter, DateOnly today, CancellationToken cancellationToken) =>
        db.BearerFactsAsync(people, letter.Agency, letter.Activity, letter.ValidFrom, letter.ValidTo, today, cancellationToken);

    /// <summary>What the office knows of these people on the days of a letter that are still to come: in office on the first and the last of them, not recused from the agency or the activity, with a valid card.</summary>
    public static async Task<List<BearerFacts>> BearerFactsAsync(
        this PortalDbContext db, IReadOnlyCollection<PersonId> people, AgencyId agency, ActivityId? activity, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellationToken)
    {
        var first = from < today ? today : from;
        var last = to < first ? first : to;
        var atFirst = await db.Appointments.InOffice(first).Where(t => people.Contains(t.Person)).Select(t => t.Person).ToListAsync(cancellationToken);
        var atLast = await db.Appointments.InOffice(last).Where(t => people.Contains(t.Person)).Select(t => t.Person).ToListAsync(cancellationToken);
        var recused = await db.Recusals.AsNoTracking()
            .Where(r => people.Contains(r.Person) && (r.State == RecusalState.Declared || r.State == RecusalState.Recused) && (r.Agency == agency || (activity != null && r.Activity == activity)))
            .Select(r => r.Person).ToListAsync(cancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(c => people.Contains(c.Person) && c.State == CardState.Active)
            .ToDictionaryAsync(c => c.Person, c => c.Number, cancellationToken);
        return [.. people.Select(p => new BearerFacts(p, atFirst.Contains(p) && atLast.Contains(p), recused.Contains(p), cards.GetValueOrDefault(p)))];
    }

    public static async Task<LetterChoices> ChoicesAsync(this PortalDbContext db, Actor clerk, int maxDays, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(clerk.Person, cancellationToken);
        var hidden = recused.Agencies;
        var activities = await db.Activities.AsNoTracking().OpenTo(recused).Where(a => s_toCome.Contains(a.State) && a.Agencies.Any())
            .OrderByDescending(a => a.Date).ThenBy(a => a.Number).ToListAsync(cancellationToken);
        return new LetterChoices(
            await db.Agencies.AsNoTracking().Where(a => !hidden.Contains(a.Id)).OrderBy(a => a.Code).Select(a => new AgencyChoice(a.Id.Value, a.Name)).ToListAsync(cancellationToken),
            [.. activities.Select(a => new ActivityChoice(a.Id.Value, a.Number, a.Title, a.Date, [.. a.Agencies.Select(x => x.Agency.Value)]))],
            maxDays);
    }

    /// <summary>Where it leads is decided by what the register opens to the reader.</summary>
    private static async Task<LetterPaper?> PaperAsync(this PortalDbContext db, IntroductionLetterId letter, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        return await db.DocumentsOpenTo(reader, recused, today).PaperOf(letter).Select(d => new LetterPaper(d.Id, d.VoidedOn != null)).SingleOrDefaultAsync(cancellationToken);
    }

    private static Task<NamedActivity?> KnownActivityAsync(this PortalDbContext db, ActivityId activity, Actor reader, DateOnly today, CancellationToken cancellationToken) =>
        db.Activities.AsNoTracking().KnownTo(reader, today).Where(a => a.Id == activity).Select(a => new NamedActivity(a.Id, a.Title)).SingleOrDefaultAsync(cancellationToken);

    private static Expression<Func<IntroductionLetter, bool>> Stands(LetterStanding standing, DateOnly today) => standing switch
    {
        LetterStanding.Draft => l => l.State == LetterState.Draft,
        LetterStanding.Proposed => l => l.State == LetterState.Proposed,
        LetterStanding.Issued => l => l.State == LetterState.Issued && l.ValidTo >= today,
        LetterStanding.Expired => l => l.State == LetterState.Issued && l.ValidTo < today,
        LetterStanding.Used => l => l.State == LetterState.Used,
        LetterStanding.Returned => l => l.State == LetterState.Returned,
        LetterStanding.SentBack => l => l.State == LetterState.SentBack,
        _ => l => l.State == LetterState.Revoked,
    };
}
