using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Documents;
using Portal.Data.People;
using Portal.Data.Recusals;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Undertakings;

namespace Portal.Features.Documents;

/// <summary>The register of what the office has issued: read, printed, declared void, issued anew. Issuing itself is part of the act that causes it.</summary>
public sealed class DocumentService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, AuditedViews views, TimeProvider clock)
{
    public async Task<PageOf<DocumentRow>> ListAsync(DocumentFilter filter, Paging paging, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeDocuments, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        return await db.DocumentsOpenTo(reader, recused, clock.Today()).Where(filter).Rows().PageAsync(paging, cancellationToken);
    }

    /// <summary>The years that there is anything of, and the numbers that no document bears.</summary>
    public async Task<RegisterFacts> FactsAsync(int? year, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeDocuments, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new RegisterFacts(
            await db.IssuedDocuments.Select(d => d.Year).Distinct().OrderDescending().ToListAsync(cancellationToken),
            await db.GapsAsync(year, cancellationToken));
    }

    /// <summary>One document, to be read, printed or taken along. On record first.</summary>
    /// <returns><c>null</c> when there is none with this id for the reader.</returns>
    public async Task<DocumentFile?> GetAsync(IssuedDocumentId id, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeDocuments, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        if (await db.DocumentsOpenTo(reader, recused, clock.Today()).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } document)
        {
            return null;
        }

        await views.RecordAsync(reader, Permissions.SeeDocuments, AuditedObject.Of(id), cancellationToken);
        var names = await db.NamesAsync(new[] { document.IssuedBy, document.VoidedBy }.OfType<PersonId>(), cancellationToken);
        return new DocumentFile(
            document,
            document.IssuedBy is { } by ? names.GetValueOrDefault(by, "") : "",
            document.VoidedBy is { } voider ? names.GetValueOrDefault(voider) : null,
            Roles.Grant(reader.Role, Permissions.ManageDocuments),
            document.WhyNotVoidByHand(await db.IsInForceAsync(document, cancellationToken)),
            document.WhyNotReissue(await db.AnotherStandsAsync(document, cancellationToken)));
    }

    /// <summary>What was issued to the reader, the latest first.</summary>
    public async Task<IReadOnlyList<DocumentRow>> MineAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeOwnDocuments, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OfPerson(reader.Person).Rows().Take(Paging.ExportLimit).ToListAsync(cancellationToken);
    }

    /// <summary>One's own document. On record first.</summary>
    /// <returns><c>null</c> when the reader has none with this id.</returns>
    public async Task<IssuedDocument?> GetMineAsync(IssuedDocumentId id, CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SeeOwnDocuments, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await db.OfPerson(reader.Person).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (document is not null)
        {
            await views.RecordAsync(reader, Permissions.SeeOwnDocuments, AuditedObject.Of(id), cancellationToken);
        }

        return document;
    }

    /// <summary>A document that is wrong; its number stays in the register.</summary>
    public Task DeclareVoidAsync(IssuedDocumentId id, int version, string reason, CancellationToken cancellationToken = default) =>
        ManageAsync(
            id,
            version,
            async (db, document, clerk) =>
            {
                Rule.Require(document.WhyNotVoidByHand(await db.IsInForceAsync(document, cancellationToken)));
                document.DeclareVoid(reason, clerk, clock.Today());
            },
            cancellationToken);

    /// <summary>The same once more in today's words and under a new number, for one that is void.</summary>
    /// <returns>The new one.</returns>
    public async Task<IssuedDocumentId> ReissueAsync(IssuedDocumentId id, int version, CancellationToken cancellationToken = default)
    {
        IssuedDocumentId anew = default;
        await ManageAsync(
            id,
            version,
            async (db, document, clerk) =>
            {
                Rule.Require(document.WhyNotReissue(await db.AnotherStandsAsync(document, cancellationToken)));
                anew = (await db.IssueAsync(document.Again(), document.Values(), clerk, clock.Today(), cancellationToken: cancellationToken)).Id;
            },
            cancellationToken);
        return anew;
    }

    private async Task ManageAsync(IssuedDocumentId id, int version, Func<PortalDbContext, IssuedDocument, PersonId, Task> act, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.ManageDocuments, cancellationToken: cancellationToken);
            var recused = await db.RecusedFromAsync(clerk.Person, cancellationToken);
            var document = await db.DocumentsOpenTo(clerk, recused, clock.Today()).Where(d => d.Id == id).AsShownAsync(d => d.Version, version, cancellationToken);
            await act(db, document, clerk.Person);
        },
        cancellationToken);
}

internal static class StandingDocuments
{
    /// <summary>Whether what the document prints holds: a notice that is published, a letter of introduction that is valid, a certificate that is out.</summary>
    public static Task<bool> IsInForceAsync(this PortalDbContext db, IssuedDocument document, CancellationToken cancellationToken) => (document.Kind, document.About) switch
    {
        (DocumentKind.RecruitmentAnnouncement, { } about) => db.Batches.AnyAsync(b => b.Id == RecruitmentBatchId.From(about) && b.State != BatchState.Cancelled, cancellationToken),
        (DocumentKind.Undertaking, { } about) => db.SignedUndertakings.AnyAsync(s => s.Id == SignedUndertakingId.From(about), cancellationToken),
        (DocumentKind.PublicNotice, { } about) => db.Notices.AnyAsync(n => n.Id == PublicNoticeId.From(about) && n.State == NoticeState.Published, cancellationToken),
        (DocumentKind.IntroductionLetter, { } about) => db.IntroductionLetters.AnyAsync(l => l.Id == IntroductionLetterId.From(about) && l.State == LetterState.Issued, cancellationToken),
        (DocumentKind.AppointmentLetter, { } about) => db.AppointmentLetters.AnyAsync(l => l.Id == AppointmentLetterId.From(about) && l.State == CertificateState.Issued, cancellationToken),
        _ => Task.FromResult(false),
    };

    /// <summary>Whether another that is not void has taken its place.</summary>
    public static Task<bool> AnotherStandsAsync(this PortalDbContext db, IssuedDocument document, CancellationToken cancellationToken) =>
        db.IssuedDocuments.AnyAsync(d => d.Kind == document.Kind && d.About == document.About && d.Id != document.Id && d.VoidedOn == null, cancellationToken);
}
