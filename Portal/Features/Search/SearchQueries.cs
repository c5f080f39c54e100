using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.People;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Search;

/// <summary>The four places that a search looks into, a handful of rows from each.</summary>
internal static class SearchQueries
{
    /// <summary>Who holds or held office, by name, by card number, or by the whole of an identity number: of a part of one nothing is known. Telephone numbers are not looked through.</summary>
    public static async Task<IReadOnlyList<SearchHit>> PeopleAsync(this PortalDbContext db, string text, DateOnly today, CancellationToken cancellationToken)
    {
        var holders = db.Cards.Where(c => c.Number.Contains(text)).Select(c => c.Person);
        var named = IdentityNumber.TryParse(text, today, out var number, out _)
            ? db.WithNumbers([number])
            : db.People.Where(p => p.FullName.Contains(text) || holders.Contains(p.Id));
        var people = await named.AsNoTracking()
            .Where(p => db.Appointments.Any(t => t.Person == p.Id))
            .OrderBy(p => p.FullName).ThenBy(p => p.Id)
            .Take(SearchService.Most)
            .Select(p => new { p.Id, p.FullName, p.WorkUnit })
            .ToListAsync(cancellationToken);
        return [.. people.Select(p => new SearchHit(SearchKind.Person, p.Id.Value, p.FullName, p.WorkUnit))];
    }

    public static async Task<IReadOnlyList<SearchHit>> AgenciesAsync(this PortalDbContext db, string text, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var hidden = recused.Agencies;
        var agencies = await db.Agencies.AsNoTracking()
            .Where(a => (a.Name.Contains(text) || a.Code.Contains(text) || a.CreditCode!.Contains(text)) && !hidden.Contains(a.Id))
            .OrderBy(a => a.Code)
            .Take(SearchService.Most)
            .Select(a => new { a.Id, a.Name, a.Code })
            .ToListAsync(cancellationToken);
        return [.. agencies.Select(a => new SearchHit(SearchKind.Agency, a.Id.Value, a.Name, a.Code))];
    }

    /// <summary>By number, or by what they say. A number is looked for among numbers alone, which is quick; texts are read from the newest on, until there are enough.</summary>
    public static async Task<IReadOnlyList<SearchHit>> FindingsAsync(this PortalDbContext db, string text, RecusedFrom recused, CancellationToken cancellationToken)
    {
        var open = db.Findings.AsNoTracking().OpenTo(recused);
        var matching = SearchTerm.IsNumber(text)
            ? open.Where(f => f.Number.Contains(text)).OrderByDescending(f => f.Number)
            : open.Where(f => f.Text.Contains(text)).OrderByDescending(f => f.SubmittedOn).ThenByDescending(f => f.Number);
        var findings = await matching
            .Take(SearchService.Most)
            .Select(f => new { f.Id, f.Number, f.Text, f.State })
            .ToListAsync(cancellationToken);
        return [.. findings.Select(f => new SearchHit(SearchKind.Finding, f.Id.Value, f.Number, SearchService.Excerpt(f.Text, text), f.State))];
    }

    /// <param name="known">What the reader may know of.</param>
    public static async Task<IReadOnlyList<SearchHit>> MatchingAsync(this IQueryable<Activity> known, string text, CancellationToken cancellationToken)
    {
        var activities = await known
            .Where(a => a.Number.Contains(text) || a.Title.Contains(text))
            .OrderByDescending(a => a.Date).ThenByDescending(a => a.Number)
            .Take(SearchService.Most)
            .Select(a => new { a.Id, a.Title, a.Number, a.Date })
            .ToListAsync(cancellationToken);
        return [.. activities.Select(a => new SearchHit(SearchKind.Activity, a.Id.Value, a.Title, a.Number, Date: a.Date))];
    }
}
