using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Data.Documents;

/// <summary>Issues documents within the unit of work of the act that causes them: if that is undone, so are document and number.</summary>
public static class IssuingExtensions
{
    /// <summary>Fills in the template that holds now and puts the document into the register.</summary>
    /// <param name="db">Of a unit of work.</param>
    /// <param name="order">What it is about.</param>
    /// <param name="values">What is filled in; the office itself, the number and the day are filled in here.</param>
    /// <param name="by">Who issues it; <c>null</c> when the date does.</param>
    /// <param name="today">The day.</param>
    /// <param name="number">Where a certificate, a notice or a letter has its number already; otherwise the next of the series is taken.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IssuedDocument> IssueAsync(
        this PortalDbContext db, DocumentOrder order, IReadOnlyDictionary<DocumentField, string> values, PersonId? by, DateOnly today, DocumentNumber? number = null,
        CancellationToken cancellationToken = default)
    {
        var settings = await db.SettingsAsync(cancellationToken);
        number ??= await db.NextNumberOfAsync(DocumentForm.Of(order.Kind).Series, today.Year, settings, cancellationToken);
        var filled = new Dictionary<DocumentField, string>(values)
        {
            [DocumentField.Authority] = settings.OrgAuthorityName,
            [DocumentField.Section] = settings.OrgSectionName,
            [DocumentField.Phone] = settings.OrgTelephone,
            [DocumentField.IssuedOn] = OfficialWords.Day(today),
            [DocumentField.Number] = number?.Text ?? "",
        };
        var template = await db.TemplateAsync(order.Kind, cancellationToken) ?? throw new InvalidOperationException($"There is no template for {order.Kind}.");
        var document = IssuedDocument.Issue(template, order, filled, number, by, today);
        db.IssuedDocuments.Add(document);
        return document;
    }

    /// <summary>The next number with the office's code word, for a row that has it before its document is issued.</summary>
    public static async Task<DocumentNumber> NextOfficialNumberAsync(this PortalDbContext db, int year, OfficeSettings settings, CancellationToken cancellationToken) =>
        DocumentNumber.OfOffice(OfficialWords.NumberForm, settings.OrgDocCode, year, await db.TakeNumberAsync(DocumentForm.Official, year, cancellationToken));

    /// <summary>The edition that holds now.</summary>
    public static Task<DocumentTemplate?> TemplateAsync(this PortalDbContext db, DocumentKind kind, CancellationToken cancellationToken) =>
        db.DocumentTemplates.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Edition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What was issued for something that is taken back is void with it.</summary>
    public static async Task VoidDocumentsAsync(this PortalDbContext db, DocumentKind kind, Guid about, string reason, PersonId? by, DateOnly today, CancellationToken cancellationToken)
    {
        var standing = await db.IssuedDocuments.Where(d => d.Kind == kind && d.About == about && d.VoidedOn == null).ToListAsync(cancellationToken);
        standing.ForEach(d => d.DeclareVoid(reason.Length > IssuedDocument.ReasonLength ? reason[..IssuedDocument.ReasonLength] : reason, by, today));
    }

    private static async Task<DocumentNumber?> NextNumberOfAsync(this PortalDbContext db, string? series, int year, OfficeSettings settings, CancellationToken cancellationToken) =>
        series is null ? null
        : series == DocumentForm.Official ? await db.NextOfficialNumberAsync(year, settings, cancellationToken)
        : DocumentNumber.Internal(series, year, await db.TakeNumberAsync(series, year, cancellationToken));
}
