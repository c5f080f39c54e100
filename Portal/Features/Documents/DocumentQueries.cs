using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Documents;
using Portal.Domain.People;

namespace Portal.Features.Documents;

/// <summary>What is read of documents.</summary>
internal static class DocumentQueries
{
    // A letter of introduction is the section's; what a person is told in writing is that person's.
    private static readonly DocumentKind[] s_ofPeople =
        [DocumentKind.AppointmentLetter, DocumentKind.DismissalNotice, DocumentKind.EndOfTermNotice, DocumentKind.MidTermAdjustment, DocumentKind.ReturnChecklist, DocumentKind.Undertaking];

    public static IQueryable<IssuedDocument> OfPerson(this PortalDbContext db, PersonId person) =>
        db.IssuedDocuments.AsNoTracking().Where(d => d.Person == person && s_ofPeople.Contains(d.Kind));

    public static IQueryable<IssuedDocument> Where(this IQueryable<IssuedDocument> documents, DocumentFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            documents = documents.Where(d => d.Kind == kind);
        }

        if (filter.Year is { } year)
        {
            documents = documents.Where(d => d.Year == year);
        }

        if (filter.IsVoid is { } isVoid)
        {
            documents = documents.Where(d => d.VoidedOn != null == isVoid);
        }

        return filter.Text is { } text
            ? documents.Where(d => d.Subject.Contains(text) || d.Title.Contains(text) || (d.Number != null && d.Number.Contains(text)))
            : documents;
    }

    /// <summary>The latest first, within a day by number.</summary>
    public static IQueryable<DocumentRow> Rows(this IQueryable<IssuedDocument> documents) => documents
        .OrderByDescending(d => d.IssuedOn).ThenBy(d => d.Series).ThenByDescending(d => d.Sequence).ThenBy(d => d.Subject).ThenBy(d => d.Id)
        .Select(d => new DocumentRow(d.Id, d.Kind, d.Number, d.Title, d.Subject, d.IssuedOn, d.VoidedOn != null));

    /// <summary>Of every series, whatever the reader may see of its documents: a number is no secret, a missing one would be.</summary>
    public static async Task<IReadOnlyList<NumberGap>> GapsAsync(this PortalDbContext db, int? year, CancellationToken cancellationToken)
    {
        string[] series = [.. Enum.GetValues<DocumentKind>().Select(k => DocumentForm.Of(k).Series).OfType<string>().Distinct(StringComparer.Ordinal)];
        var given = await db.NumberSeries.AsNoTracking().Where(s => series.Contains(s.Name) && (year == null || s.Year == year)).OrderBy(s => s.Year).ThenBy(s => s.Name).ToListAsync(cancellationToken);
        var borne = (await db.IssuedDocuments.AsNoTracking().Where(d => d.Sequence != null && (year == null || d.Year == year))
            .Select(d => new { d.Series, d.Year, d.Sequence }).ToListAsync(cancellationToken)).ToLookup(d => (d.Series, d.Year), d => d.Sequence!.Value);
        return [.. given.SelectMany(s => DocumentNumber.Gaps(borne[(s.Name, s.Year)], s.Last).Select(g => new NumberGap(s.Name, s.Year, g.From, g.To)))];
    }
}
