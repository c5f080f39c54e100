using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.People;
using Portal.Data.Recusals;
using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Findings;

/// <summary>What the section and leadership read of findings (Article 14). Whoever is recused from a matter finds nothing of it (Article 11).</summary>
public sealed class FindingService(IDbContextFactory<PortalDbContext> contexts, OfficeFacts facts, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    public async Task<PageOf<FindingRow>> ListAsync(FindingFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var (findings, db, dueSoonDays) = await ShownAsync(filter, cancellationToken);
        await using (db)
        {
            // The ids first: ordering a hundred thousand rows must not drag their texts along.
            var ids = await findings.PageOfIdsAsync(db, paging, cancellationToken);
            var rows = await db.FindingRows(db.Findings.Where(f => ids.Rows.Contains(f.Id))).ToDictionaryAsync(r => r.Id, cancellationToken);
            return new PageOf<FindingRow>([.. ids.Rows.Where(rows.ContainsKey).Select(id => rows[id].On(clock.Today(), dueSoonDays))], ids.Total);
        }
    }

    public async Task<IReadOnlyList<FindingRow>> ExportAsync(FindingFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var (findings, db, dueSoonDays) = await ShownAsync(filter, cancellationToken);
        await using (db)
        {
            var rows = await db.FindingRows(findings.InOrder(db, paging)).AllForExportAsync(cancellationToken);
            return [.. rows.Select(r => r.On(clock.Today(), dueSoonDays))];
        }
    }

    public async Task<FindingCounts> CountsAsync(CancellationToken cancellationToken = default)
    {
        var (findings, db, dueSoonDays) = await ShownAsync(new FindingFilter(), cancellationToken);
        await using (db)
        {
            var today = clock.Today();
            var states = await findings.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var overdue = await findings.Matching(new FindingFilter { Due = FindingDue.Overdue }, today, dueSoonDays).CountAsync(cancellationToken);
            var dueSoon = await findings.Matching(new FindingFilter { Due = FindingDue.Soon }, today, dueSoonDays).CountAsync(cancellationToken);
            return new FindingCounts(
                Enum.GetValues<FindingGroup>().ToDictionary(g => g, g => FindingQueries.StatesOf(g).Sum(s => states.GetValueOrDefault(s))),
                overdue,
                dueSoon);
        }
    }

    public async Task<FindingChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeFindings, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var agencies = await db.Agencies.AsNoTracking()
            .Where(a => !recused.Agencies.Contains(a.Id))
            .OrderBy(a => a.Code)
            .Select(a => new FindingChoice(a.Id.Value, a.Name))
            .ToListAsync(cancellationToken);
        var first = await db.Findings.MinAsync(f => (DateOnly?)f.SubmittedOn, cancellationToken) ?? clock.Today();
        var years = Enumerable.Range(first.Year, Math.Max(1, clock.Today().Year - first.Year + 1)).Reverse().ToList();
        return new FindingChoices(agencies, await db.HandlersAsync(cancellationToken), years);
    }

    /// <returns><c>null</c> when there is none with this id, or none for this reader.</returns>
    public async Task<FindingDetails?> GetAsync(FindingId id, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeFindings, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var finding = await db.WholeAsync(db.Findings.AsNoTracking().OpenTo(recused), id, cancellationToken);
        if (finding is null)
        {
            return null;
        }

        var handles = Roles.Grant(actor.Role, Permissions.HandleFinding);
        var today = clock.Today();
        var settings = await facts.SettingsAsync(cancellationToken);
        var names = await db.NamesAsync(PeopleIn(finding), cancellationToken);
        var unit = finding.OtherUnit ?? await db.Agencies.Where(a => a.Id == finding.Agency).Select(a => a.Name).SingleAsync(cancellationToken);
        // Whoever reads who reported leaves a trace, before it is read (security.md §2.2 A3).
        await views.RecordAsync(actor, Permissions.SeeFindings, AuditedObject.Of(id), cancellationToken);
        var steps = finding.Events.OrderByDescending(e => e.Sequence).Select(e => Step(e, finding, names)).ToList();
        List<string> authors = handles ? [.. AuthorsOf(finding).Select(p => names[p])] : [];
        if (!handles)
        {
            finding.WithholdAuthors();
        }

        return new FindingDetails
        {
            Finding = finding,
            Unit = unit,
            Authors = authors,
            Handler = finding.Handler is { } handler ? names[handler] : null,
            Master = await db.Findings.AsNoTracking().OpenTo(recused)
                .Where(f => f.Id == finding.MergedInto)
                .Select(f => new FindingLink(f.Id, f.Number, f.State, f.SubmittedOn))
                .SingleOrDefaultAsync(cancellationToken),
            Steps = steps,
            Acts = handles ? [.. FindingActs.OfTheSection.Select(a => new FindingActChoice(a, finding.WhyNot(a, today, settings)))] : [],
            Related = await db.RelatedToAsync(finding, recused, today, cancellationToken),
            Handlers = handles ? await db.HandlersAsync(cancellationToken) : [],
            Proposal = finding.Proposal is null ? null : finding.ToProposal(unit, names[finding.Proposal.ProposedBy], actor),
            Settings = settings,
            Calendar = await facts.CalendarAsync(cancellationToken),
            Today = today,
        };
    }

    /// <summary>The finding with this number, to join another to it.</summary>
    /// <returns><c>null</c> when there is none, or none for this reader.</returns>
    public async Task<FindingLink?> FindAsync(string number, CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeFindings, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        var wanted = number.Trim().ToUpperInvariant();
        return await db.Findings.OpenTo(recused).Where(f => f.Number == wanted).Select(f => new FindingLink(f.Id, f.Number, f.State, f.SubmittedOn)).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<(IQueryable<Finding> Findings, PortalDbContext Db, int DueSoonDays)> ShownAsync(FindingFilter filter, CancellationToken cancellationToken)
    {
        var actor = await access.DemandAsync(Permissions.SeeFindings, cancellationToken: cancellationToken);
        var settings = await facts.SettingsAsync(cancellationToken);
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(actor.Person, cancellationToken);
        return (db.Findings.AsNoTracking().OpenTo(recused).Matching(filter, clock.Today(), settings.DueSoonDays), db, settings.DueSoonDays);
    }

    private static IEnumerable<PersonId> AuthorsOf(Finding finding) => [finding.Author, .. finding.CoAuthors.Select(c => c.Person)];

    private static List<PersonId> PeopleIn(Finding finding)
    {
        PersonId?[] others = [finding.Handler, finding.Proposal?.ProposedBy, .. finding.Events.Select(e => e.By), .. finding.Events.Select(e => e.Handler)];
        return [.. AuthorsOf(finding).Concat(others.OfType<PersonId>()).Distinct()];
    }

    private static FindingStep Step(FindingEvent step, Finding finding, Dictionary<PersonId, string> names)
    {
        var clerk = step.By is { } by && !finding.IsBy(by) ? names.GetValueOrDefault(by) : null;
        return new FindingStep(step.Kind, step.At, clerk, ByAuthor: step.By is not null && clerk is null, step.Note, step.Date)
        {
            Handler = step.Handler is { } handler ? names.GetValueOrDefault(handler) : null,
            Conclusion = step.Conclusion,
            IsViolation = step.IsViolation == true,
            LossAmount = step.LossAmount,
        };
    }
}
