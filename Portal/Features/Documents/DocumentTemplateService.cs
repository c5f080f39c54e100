using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Data.People;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Documents;

/// <summary>The words of the office's documents: each change is a new edition, and every edition stays.</summary>
public sealed class DocumentTemplateService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    public async Task<IReadOnlyList<TemplateRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageTemplates, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var editions = await db.DocumentTemplates.AsNoTracking().ToListAsync(cancellationToken);
        var issued = await db.IssuedDocuments.GroupBy(d => d.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var names = await db.NamesAsync(editions.Select(e => e.ChangedBy).OfType<PersonId>(), cancellationToken);
        return
        [
            .. editions.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => g.MaxBy(e => e.Edition)!).Select(e => new TemplateRow(
                e.Kind, e.Edition, e.Title, e.ChangedOn, e.ChangedBy is { } by ? names.GetValueOrDefault(by) : null, issued.GetValueOrDefault(e.Kind))),
        ];
    }

    public async Task<TemplateFile> GetAsync(DocumentKind kind, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageTemplates, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var editions = await db.DocumentTemplates.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Edition).ToListAsync(cancellationToken);
        var issued = await db.IssuedDocuments.Where(d => d.Kind == kind).GroupBy(d => d.Edition).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var names = await db.NamesAsync(editions.Select(e => e.ChangedBy).OfType<PersonId>(), cancellationToken);
        return new TemplateFile(
            editions[0],
            [.. editions.Select(e => new TemplateEdition(e, e.ChangedBy is { } by ? names.GetValueOrDefault(by) : null, issued.GetValueOrDefault(e.Edition)))],
            clock.Today());
    }

    /// <summary>Makes the next edition.</summary>
    /// <param name="kind">Of which document.</param>
    /// <param name="edition">The one that the page showed.</param>
    /// <param name="title">Title, text and stub with the fields' own names in braces.</param>
    /// <param name="body">See <paramref name="title"/>.</param>
    /// <param name="stub">See <paramref name="title"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody was quicker.</exception>
    public async Task ReviseAsync(DocumentKind kind, int edition, string title, string body, string? stub, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.ManageTemplates, cancellationToken: cancellationToken);
            var current = await db.TemplateAsync(kind, cancellationToken) ?? throw new DbUpdateConcurrencyException();
            current.Edition.AsShown(edition);
            db.DocumentTemplates.Add(current.Revise(PlainText.Normalised(title).Trim(), PlainText.Normalised(body).Trim(), stub is null ? null : PlainText.Normalised(stub).Trim(), clerk.Person, clock.Today()));
        },
        cancellationToken);
}
