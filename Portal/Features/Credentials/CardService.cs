using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Letters;
using Portal.Data.People;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;

namespace Portal.Features.Credentials;

/// <summary>Cards and letters of appointment: issued, lost and issued anew, back at the end (Articles 12 and 18).</summary>
public sealed class CardService(IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccessGuard access, TimeProvider clock)
{
    /// <summary>What is due: to come back, to be issued anew, to be issued at all.</summary>
    public async Task<Certificates> DueAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.HandleCards, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new Certificates(
            await db.CardLines(c => c.State == CardState.ReturnPending || c.State == CardState.Lost).ToListAsync(cancellationToken),
            await db.LetterLines(l => l.State == CertificateState.ReturnPending).ToListAsync(cancellationToken),
            await db.WithoutCardAsync(clock.Today(), cancellationToken));
    }

    /// <summary>Everything ever issued to one person.</summary>
    public async Task<Certificates> OfAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.HandleCards, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CertificatesOfAsync(person, clock.Today(), cancellationToken);
    }

    /// <summary>One's own.</summary>
    public async Task<Certificates> MineAsync(CancellationToken cancellationToken = default)
    {
        var actor = await access.DemandAsync(Permissions.SeeOwnOffice, cancellationToken: cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CertificatesOfAsync(actor.Person, clock.Today(), cancellationToken);
    }

    /// <summary>A first card for somebody in office who has none.</summary>
    public async Task IssueAsync(PersonId person, CancellationToken cancellationToken = default) => await HandleAsync(
        async (db, today) =>
        {
            var term = await db.TermOfAsync(person, today, cancellationToken) ?? throw new RuleViolationException(CardRules.HolderNotInOffice());
            var hasActive = await db.HasActiveCardAsync(person, cancellationToken);
            Rule.Require(SupervisorCard.WhyNotIssue(inOffice: true, hasActive));
            db.Cards.Add(SupervisorCard.Issue(SupervisorCardId.New(), person, term.Id, await NumberAsync(db, today, cancellationToken), inOffice: true, hasActive, today));
        },
        cancellationToken);

    /// <summary>The section was told that a card is lost: void from this moment, and with it the letters that name it.</summary>
    public async Task ReportLostAsync(SupervisorCardId id, int version, DateOnly lostOn, CancellationToken cancellationToken = default) => await HandleAsync(
        async (db, today) =>
        {
            var card = await db.TakeUpAsync(id, version, cancellationToken);
            card.ReportLost(lostOn, today);
            await db.RevokeLettersOfVoidCardsAsync(card.Person, today, cancellationToken);
        },
        cancellationToken);

    /// <summary>A supervisor reports their own card lost: void from this moment, and with it the letters that name it.</summary>
    public async Task ReportMineLostAsync(SupervisorCardId id, DateOnly lostOn, CancellationToken cancellationToken = default) => await work.WriteAsync(
        async db =>
        {
            var card = await db.Cards.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
            await access.DemandAsync(Permissions.ReportCardLost, card, cancellationToken);
            // One that is not there looks like somebody else's.
            (card ?? throw new AccessDeniedException(AccessDenial.NotPermitted, nameof(Permissions.ReportCardLost))).ReportLost(lostOn, clock.Today());
            await db.RevokeLettersOfVoidCardsAsync(card.Person, clock.Today(), cancellationToken);
        },
        cancellationToken);

    /// <summary>A new card with a new number for one reported lost.</summary>
    public async Task ReissueAsync(SupervisorCardId id, int version, CancellationToken cancellationToken = default) => await HandleAsync(
        async (db, today) =>
        {
            var lost = await db.TakeUpAsync(id, version, cancellationToken);
            var term = await db.TermOfAsync(lost.Person, today, cancellationToken);
            var hasActive = await db.HasActiveCardAsync(lost.Person, cancellationToken);
            Rule.Require(lost.WhyNotReissue(term is not null, hasActive));
            db.Cards.Add(lost.Reissue(SupervisorCardId.New(), term!.Id, await NumberAsync(db, today, cancellationToken), inOffice: true, hasActive, today));
        },
        cancellationToken);

    /// <summary>A new card for one that is damaged or whose data changed; letters that name the old one are void with it.</summary>
    public async Task ReplaceAsync(SupervisorCardId id, int version, string reason, CancellationToken cancellationToken = default) => await HandleAsync(
        async (db, today) =>
        {
            var card = await db.TakeUpAsync(id, version, cancellationToken);
            var term = await db.TermOfAsync(card.Person, today, cancellationToken) ?? throw new RuleViolationException(CardRules.HolderNotInOffice());
            var successor = card.Replace(SupervisorCardId.New(), term.Id, await NumberAsync(db, today, cancellationToken), reason, inOffice: true, today);
            // The old one first: one person has one valid card at every moment.
            await db.SaveChangesAsync(cancellationToken);
            db.Cards.Add(successor);
            await db.RevokeLettersOfVoidCardsAsync(card.Person, today, cancellationToken);
        },
        cancellationToken);

    public async Task ReceiveAsync(SupervisorCardId id, int version, CancellationToken cancellationToken = default) =>
        await HandleAsync(async (db, today) => (await db.TakeUpAsync(id, version, cancellationToken)).Receive(today), cancellationToken);

    public async Task DeclareVoidAsync(SupervisorCardId id, int version, string reason, CancellationToken cancellationToken = default) =>
        await HandleAsync(async (db, today) => (await db.TakeUpAsync(id, version, cancellationToken)).DeclareVoid(reason, today), cancellationToken);

    /// <summary>A lost card was found and handed in; it stays void.</summary>
    public async Task RecoverAsync(SupervisorCardId id, int version, CancellationToken cancellationToken = default) =>
        await HandleAsync(async (db, today) => (await db.TakeUpAsync(id, version, cancellationToken)).Recover(today), cancellationToken);

    public async Task ReceiveLetterAsync(AppointmentLetterId id, int version, CancellationToken cancellationToken = default) =>
        await HandleAsync(async (db, today) => (await db.TakeUpAsync(id, version, cancellationToken)).Receive(today), cancellationToken);

    public async Task DeclareLetterVoidAsync(AppointmentLetterId id, int version, string reason, CancellationToken cancellationToken = default) =>
        await HandleAsync(async (db, today) => (await db.TakeUpAsync(id, version, cancellationToken)).DeclareVoid(reason, today), cancellationToken);

    /// <summary>What is printed on a card; its code is made when it is first asked for.</summary>
    /// <returns><c>null</c> when there is no such valid card of somebody in office.</returns>
    public async Task<CardPrint?> PrintAsync(SupervisorCardId id, CancellationToken cancellationToken = default)
    {
        return await work.WriteAsync(
            async db =>
            {
                await access.DemandAsync(Permissions.HandleCards, cancellationToken: cancellationToken);
                var settings = await db.SettingsAsync(cancellationToken);
                var card = await db.Cards.SingleOrDefaultAsync(c => c.Id == id && c.State == CardState.Active, cancellationToken);
                var term = card is null ? null : await db.TermOfAsync(card.Person, clock.Today(), cancellationToken);
                if (card is null || term is null)
                {
                    return null;
                }

                db.GiveCheckToken(card);
                var name = await db.People.Where(p => p.Id == card.Person).Select(p => p.FullName).SingleAsync(cancellationToken);
                return new CardPrint(settings.OrgAuthorityName, name, term.Group, card.Number, card.IssuedOn ?? term.TermStart, term.TermEnd, card.CheckToken!);
            },
            cancellationToken);
    }

    private static Task<string> NumberAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        db.NextNumberAsync(TermGrantsExtensions.CardSeries, today.Year, cancellationToken);

    private async Task HandleAsync(Func<PortalDbContext, DateOnly, Task> act, CancellationToken cancellationToken) => await work.WriteAsync(
        async db =>
        {
            await access.DemandAsync(Permissions.HandleCards, cancellationToken: cancellationToken);
            await act(db, clock.Today());
        },
        cancellationToken);
}
