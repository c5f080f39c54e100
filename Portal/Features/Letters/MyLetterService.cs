using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;
using Portal.Data.Recusals;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;

namespace Portal.Features.Letters;

/// <summary>A supervisor's own letters of introduction. Whether one is in force is decided by date at each asking, whatever is stored.</summary>
public sealed class MyLetterService(IDbContextFactory<PortalDbContext> contexts, AccessGuard access, TimeProvider clock)
{
    private static readonly LetterState[] s_shown = [LetterState.Issued, LetterState.Used, LetterState.Returned, LetterState.Revoked];

    /// <summary>Those issued to the reader, the latest first.</summary>
    public Task<IReadOnlyList<MyLetter>> MineAsync(CancellationToken cancellationToken = default) => ReadAsync(_ => true, cancellationToken);

    /// <returns><c>null</c> when the reader bears none with this id.</returns>
    public async Task<MyLetter?> GetAsync(IntroductionLetterId id, CancellationToken cancellationToken = default)
    {
        if ((await ReadAsync(l => l.Id == id, cancellationToken)).SingleOrDefault() is not { } letter)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.IssuedDocuments.PaperOf(id).SingleOrDefaultAsync(cancellationToken) is { } paper
            ? letter with { Words = new LetterWords(paper.Text.Split('\n'), paper.Authority, OfficialWords.Day(paper.IssuedOn)) }
            : letter;
    }

    private async Task<IReadOnlyList<MyLetter>> ReadAsync(Expression<Func<IntroductionLetter, bool>> wanted, CancellationToken cancellationToken)
    {
        var reader = await access.DemandAsync(Permissions.SeeOwnOffice, cancellationToken: cancellationToken);
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Whoever steps aside from the agency or the activity meanwhile is shown nothing of it any more (Article 11).
        var recused = await db.RecusedFromAsync(reader.Person, cancellationToken);
        var agencies = recused.Agencies;
        var activities = recused.Activities.Select(a => (ActivityId?)a).ToList();
        var letters = await db.IntroductionLetters.AsNoTracking()
            .Where(l => l.Serial != null && s_shown.Contains(l.State) && l.Bearers.Any(b => b.Person == reader.Person))
            .Where(l => !agencies.Contains(l.Agency) && (l.Activity == null || !activities.Contains(l.Activity)))
            .Where(wanted)
            .OrderByDescending(l => l.ValidTo).ThenByDescending(l => l.Serial)
            .Take(Paging.Size)
            .ToListAsync(cancellationToken);
        var inOffice = await db.Appointments.InOffice(today).AnyAsync(t => t.Person == reader.Person, cancellationToken);
        var units = letters.Select(l => l.Agency).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(a => units.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        return
        [
            .. letters.Select(l => new MyLetter(
                l.Id, l.Serial!, names[l.Agency], l.Matter, l.ValidFrom, l.ValidTo, LetterStandings.Of(l.State, l.ValidTo, today),
                inOffice && l.State == LetterState.Issued && l.Covers(reader.Person, l.Agency, today), l.State == LetterState.Revoked ? l.Note : null)),
        ];
    }
}
