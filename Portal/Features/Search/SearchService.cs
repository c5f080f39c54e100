using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Activities;
using Portal.Data.Recusals;
using Portal.Domain.People;

namespace Portal.Features.Search;

/// <summary>Looks through people, agencies, findings and activities at once. Who is recused from a matter, and who may not know of an undercover visit, finds nothing of it.</summary>
public sealed class SearchService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    /// <summary>Hits of all kinds together.</summary>
    public const int Most = 10;

    private const int ExcerptBefore = 10;
    private const int ExcerptLength = 40;

    /// <summary>The first ten, by kind: each kind gives its first before any gives its second.</summary>
    /// <param name="typed">Taken literally: no character of it is a wildcard.</param>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string? typed, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.Search, cancellationToken: cancellationToken);
        if (SearchTerm.From(typed) is not { } text)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        IReadOnlyList<SearchHit>[] kinds =
        [
            await db.PeopleAsync(text, clock.Today(), cancellationToken),
            await db.AgenciesAsync(text, recused, cancellationToken),
            await db.FindingsAsync(text, recused, cancellationToken),
            await db.Activities.AsNoTracking().OpenTo(recused).KnownTo(reader, clock.Today()).MatchingAsync(text, cancellationToken),
        ];
        if (IdentityNumber.TryParse(text, clock.Today(), out _, out _))
        {
            foreach (var person in kinds[0])
            {
                // Whose number it is, is as good as the number.
                await views.RecordAsync(reader, Permissions.Search, AuditedObject.Of(PersonId.From(person.Id)), cancellationToken);
            }
        }

        return [.. kinds
            .SelectMany(hits => hits.Select((hit, place) => (hit, place)))
            .OrderBy(h => h.place).ThenBy(h => h.hit.Kind)
            .Take(Most)
            .Select(h => h.hit)
            .OrderBy(hit => hit.Kind)];
    }

    /// <summary>The piece of a long text around what was looked for.</summary>
    internal static string Excerpt(string text, string wanted)
    {
        var start = Math.Max(0, text.IndexOf(wanted, StringComparison.Ordinal) - ExcerptBefore);
        var piece = text.AsSpan(start, Math.Min(ExcerptLength, text.Length - start));
        return $"{(start > 0 ? "…" : "")}{piece}{(start + piece.Length < text.Length ? "…" : "")}";
    }
}
