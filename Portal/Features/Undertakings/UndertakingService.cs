using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Data.Undertakings;
using Portal.Domain.Undertakings;

namespace Portal.Features.Undertakings;

/// <summary>The confidentiality undertaking (Article 8 (3)): published in versions, signed on screen by whoever is in office.</summary>
public sealed class UndertakingService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    /// <returns><c>null</c> where nothing was published.</returns>
    public async Task<MyUndertaking?> MineAsync(CancellationToken cancellationToken = default)
    {
        var reader = await access.DemandAsync(Permissions.SignUndertaking, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await CurrentAsync(db, cancellationToken) is not { } current)
        {
            return null;
        }

        var name = await db.People.Where(p => p.Id == reader.Person).Select(p => p.FullName).SingleAsync(cancellationToken);
        var signed = await db.SignedUndertakings.Where(s => s.Person == reader.Person && s.Number == current.Number).Select(s => (DateTimeOffset?)s.SignedAt).SingleOrDefaultAsync(cancellationToken);
        return new MyUndertaking(current.Number, current.Text, current.PublishedOn, signed, name);
    }

    /// <param name="number">The version that the page showed.</param>
    /// <param name="typedName">The signer's own name.</param>
    /// <param name="agreed">The tick.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task SignAsync(int number, string typedName, bool agreed, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var signer = await access.DemandAsync(Permissions.SignUndertaking, cancellationToken: cancellationToken);
            // A version that is not there is no current one either.
            var current = await CurrentAsync(db, cancellationToken) ?? throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.SignUndertaking));
            var name = await db.People.Where(p => p.Id == signer.Person).Select(p => p.FullName).SingleAsync(cancellationToken);
            var signed = SignedUndertaking.Sign(
                SignedUndertakingId.New(), signer.Person, current, number,
                await db.Appointments.InOffice(clock.Today()).AnyAsync(t => t.Person == signer.Person, cancellationToken),
                await db.SignedUndertakings.AnyAsync(s => s.Person == signer.Person && s.Number == current.Number, cancellationToken),
                name, typedName, agreed, clock.GetUtcNow());
            db.SignedUndertakings.Add(signed);
            await db.IssueUndertakingAsync(signed, current, clock.Today(), cancellationToken);
        },
        cancellationToken);

    public async Task<UndertakingDesk> DeskAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.ManageUndertakings, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var current = await CurrentAsync(db, cancellationToken);
        var unsigned = await (
            from term in db.WithoutUndertaking(clock.Today())
            join person in db.People on term.Person equals person.Id
            orderby person.FullName
            select new UnsignedPerson(person.Id, person.FullName, term.Group)).Take(Paging.ExportLimit).ToListAsync(cancellationToken);
        var signed = current is null ? 0 : await db.SignedUndertakings.CountAsync(s => s.Number == current.Number, cancellationToken);
        return new UndertakingDesk(current?.Number ?? 0, current?.Text ?? "", current?.PublishedOn, signed, [.. unsigned.OrderBy(p => p.Group)]);
    }

    /// <summary>Puts a new version in force; everybody in office is asked to sign it.</summary>
    /// <param name="number">The version that the page showed; 0 before the first.</param>
    /// <param name="text">The new words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task PublishAsync(int number, string text, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var clerk = await access.DemandAsync(Permissions.ManageUndertakings, cancellationToken: cancellationToken);
            var current = await CurrentAsync(db, cancellationToken);
            (current?.Number ?? 0).AsShown(number);
            db.Undertakings.Add(Undertaking.Publish(text.Trim(), current, clerk.Person, clock.Today()));
        },
        cancellationToken);

    private static Task<Undertaking?> CurrentAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.Undertakings.AsNoTracking().OrderByDescending(u => u.Number).FirstOrDefaultAsync(cancellationToken);
}
