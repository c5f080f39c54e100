using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Evidence;

namespace Portal.Features.Findings.Mine;

/// <summary>What a supervisor does with their own findings: file, follow, supplement, dispute once (Article 14).</summary>
public sealed class MyFindingService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, OfficeFacts office, AccessGuard access, TimeProvider clock)
{
    private const string Series = "WT";

    /// <summary>The agencies under supervision; those the person is recused from cannot be chosen, and say why.</summary>
    public async Task<IReadOnlyList<UnitChoice>> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.FileFinding, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var agencies = await db.Agencies.AsNoTracking().Where(a => !a.IsExternal).OrderBy(a => a.Code).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        return [.. agencies.Select(a => new UnitChoice(a.Id.Value, a.Name, recused.Covers(a.Id) ? FindingRules.AuthorRecused() : null))];
    }

    /// <summary>Who can be named as a co-author: the others in office today. Whether one of them steps aside from the unit is not told here.</summary>
    public async Task<IReadOnlyList<CoAuthorChoice>> CoAuthorChoicesAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.FileFinding, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Groups are stored by name; their order is the law's (Article 10).
        return [.. (await CoAuthorsFor(db, actor.Person, clock.Today()).ToListAsync(cancellationToken)).OrderBy(c => c.Group).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Files a finding under the id of its form: whoever did not hear that it was filed, and sends it again, files it once.</summary>
    /// <exception cref="RuleViolationException">Refused by a provision; or the form was filed already and says something else now.</exception>
    public async Task<FindingId> SubmitAsync(FindingForm form, CancellationToken cancellationToken = default)
    {
        var today = clock.Today();
        return await work.WriteAsync(
            async db =>
            {
                var actor = await access.DemandAsync(Permissions.FileFinding, cancellationToken: cancellationToken);
                var id = FindingId.From(form.Id);
                AgencyId? agency = form is { IsOtherUnit: false, Agency: { } chosen } ? AgencyId.From(chosen) : null;
                var (otherUnit, text) = (form.IsOtherUnit ? form.OtherUnit.Trim() : null, form.Text.Trim());
                if (await FiledAsync(db, id, actor.Person, cancellationToken) is { } filed)
                {
                    Rule.Require(filed.Says(agency, otherUnit, form.Category, text, form.CoAuthors) ? null : FindingRules.AlreadyFiled(filed.Number));
                    return id;
                }

                var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
                var coAuthors = await CoAuthorsAsync(db, actor.Person, form, agency, today, cancellationToken);
                var number = await db.NextNumberAsync(Series, today.Year, cancellationToken);
                var finding = Finding.Submit(
                    id, number, actor.Person, coAuthors, agency, otherUnit,
                    form.Category!.Value, text, recused.Covers(agency), form.SecrecyConfirmed, clock.GetUtcNow(), today);
                db.Findings.Add(finding);
                await db.AdoptEvidenceAsync(EvidenceMatter.FindingDraft, new EvidenceOwner(EvidenceMatter.Finding, form.Id), actor.Person, cancellationToken);
                return finding.Id;
            },
            cancellationToken);
    }

    /// <returns><c>null</c> when there is none with this id, or it is somebody else's, or the reader has stepped aside: all look the same.</returns>
    public async Task<FindingReceipt?> ReceiptAsync(FindingId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnFinding, cancellationToken: cancellationToken);
        var settings = await office.SettingsAsync(cancellationToken);
        var calendar = await office.CalendarAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Findings.AsNoTracking().By(actor.Person).OpenTo(await db.RecusedFromAsync(actor.Person, cancellationToken))
            .Where(f => f.Id == id)
            .Select(f => new { f.Id, f.Number, f.SubmittedOn })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var times = FindingTimes.From(found.SubmittedOn, settings, calendar);
        return new FindingReceipt(found.Id, found.Number, found.SubmittedOn, times, calendar.IsKnown(found.SubmittedOn, times.AnswerBy));
    }

    /// <summary>Everything the person has filed alone or with others, the newest first.</summary>
    public async Task<IReadOnlyList<MyFindingRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnFinding, cancellationToken: cancellationToken);
        var view = await ViewAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var facts = await db.MyFindingFacts(db.Findings.By(actor.Person)).ToListAsync(cancellationToken);
        return [.. facts.Select(f => view.Row(f, recused.Covers(f.Id, f.Agency)))];
    }

    /// <returns><c>null</c> when there is none with this id, or it is somebody else's: both look the same.</returns>
    public async Task<MyFinding?> GetAsync(FindingId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnFinding, cancellationToken: cancellationToken);
        var view = await ViewAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var finding = await db.Findings.AsNoTracking().Include(f => f.Events).AsSplitQuery().By(actor.Person).SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
        if (finding is null)
        {
            return null;
        }

        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var facts = await db.MyFindingFacts(db.Findings.Where(f => f.Id == id)).SingleAsync(cancellationToken);
        var joined = await db.Findings.By(actor.Person).AnyAsync(f => f.MergedInto == id, cancellationToken);
        var master = await db.Findings.Where(f => f.Id == finding.MergedInto).Select(f => f.Number).SingleOrDefaultAsync(cancellationToken);
        return view.Whole(finding, facts, actor.Person, recused.Covers(id, finding.Agency), joined && finding.Author != actor.Person, master);
    }

    /// <summary>Answers the section's question; the finding is back with the section.</summary>
    public Task SupplementAsync(FindingId id, string addition, CancellationToken cancellationToken = default) => ActAsync(
        id,
        (finding, author) =>
        {
            finding.Supplement(author, addition, clock.GetUtcNow());
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Says once that it is not solved; the section takes it up again.</summary>
    public Task AppealAsync(FindingId id, string reason, CancellationToken cancellationToken = default) => ActAsync(
        id,
        async (finding, author) => finding.Appeal(author, reason, clock.GetUtcNow(), clock.Today(), await office.SettingsAsync(cancellationToken)),
        cancellationToken);

    private static IQueryable<CoAuthorChoice> CoAuthorsFor(PortalDbContext db, PersonId author, DateOnly today) =>
        from term in db.Appointments.AsNoTracking().InOffice(today)
        join person in db.People on term.Person equals person.Id
        where person.Id != author
        select new CoAuthorChoice(person.Id.Value, person.FullName, term.Group);

    /// <summary>Whoever is sent is one whom the form offered, and none of them steps aside from the unit (Article 11).</summary>
    private static async Task<IReadOnlyList<PersonId>> CoAuthorsAsync(PortalDbContext db, PersonId author, FindingForm form, AgencyId? agency, DateOnly today, CancellationToken cancellationToken)
    {
        if (form.CoAuthors.Count == 0)
        {
            return [];
        }

        var offered = (await CoAuthorsFor(db, author, today).ToListAsync(cancellationToken)).Select(c => c.Id).ToHashSet();
        if (!form.CoAuthors.TrueForAll(offered.Contains))
        {
            throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.FileFinding));
        }

        List<PersonId> people = [.. form.CoAuthors.Distinct().Select(PersonId.From)];
        foreach (var person in people)
        {
            Rule.Require((await db.RecusedFromAsync(person, cancellationToken)).Covers(agency) ? FindingRules.CoAuthorRecused() : null);
        }

        return people;
    }

    private async Task<MyFindingView> ViewAsync(CancellationToken cancellationToken) =>
        new(await office.SettingsAsync(cancellationToken), await office.CalendarAsync(cancellationToken), clock);

    private static Task<Filed?> FiledAsync(PortalDbContext db, FindingId id, PersonId author, CancellationToken cancellationToken) => db.Findings
        .Where(f => f.Id == id && f.Author == author)
        .Select(f => new Filed(f.Number, f.Agency, f.OtherUnit, f.Category, f.Text, f.CoAuthors.Select(c => c.Person).ToList()))
        .SingleOrDefaultAsync(cancellationToken);

    private Task ActAsync(FindingId id, Func<Finding, PersonId, Task> act, CancellationToken cancellationToken) => work.WriteAsync(
        async db =>
        {
            var finding = await db.Findings.Include(f => f.Events).AsSplitQuery().SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
            var actor = await access.DemandAsync(Permissions.AnswerOwnFinding, finding, cancellationToken);
            if (finding is null)
            {
                throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.AnswerOwnFinding));
            }

            // Whoever has stepped aside hears the result and does nothing more in the matter (Article 11).
            var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
            Rule.Require(recused.Covers(id, finding.Agency) ? FindingRules.AuthorRecused() : null);
            await act(finding, actor.Person);
        },
        cancellationToken);

    /// <summary>What a form became.</summary>
    private sealed record Filed(string Number, AgencyId? Agency, string? OtherUnit, FindingCategory Category, string Text, List<PersonId> CoAuthors)
    {
        public bool Says(AgencyId? agency, string? otherUnit, FindingCategory? category, string text, IEnumerable<Guid> coAuthors) =>
            (Agency, OtherUnit, Category, Text) == (agency, AsStored(otherUnit), category, AsStored(text))
            && CoAuthors.Select(c => c.Value).ToHashSet().SetEquals(coAuthors);

        private static string? AsStored(string? typed) => typed is null ? null : PlainText.Normalised(typed);
    }
}
