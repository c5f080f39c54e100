using Microsoft.EntityFrameworkCore;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.People;
using Portal.Domain.Credentials;

namespace Portal.Features.Credentials;

/// <summary>What anybody may ask of a card whose code they hold: whether it is valid. Decided by date and state at each asking, so that a loss shows on the next request.</summary>
public sealed class CardCheck(IDbContextFactory<PortalDbContext> contexts, OfficeFacts office, TimeProvider clock)
{
    public async Task<CardAnswer> AskAsync(string token, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // An unknown code of the wrong length costs the same question as any other.
        var found = await (
            from card in db.CardsWithToken(token).AsNoTracking()
            join person in db.People on card.Person equals person.Id
            select new { card.State, card.Number, card.Person, person.FullName }).SingleOrDefaultAsync(cancellationToken);
        var today = clock.Today();
        var term = found is null ? null : await db.Appointments.AsNoTracking().InOffice(today).SingleOrDefaultAsync(t => t.Person == found.Person, cancellationToken);
        var answer = found?.State switch
        {
            null => new CardAnswer(CardStanding.Unknown),
            CardState.Lost or CardState.LostRecovered => new CardAnswer(CardStanding.Lost, Masked(found.FullName), Number: found.Number),
            CardState.Active when term is not null => new CardAnswer(CardStanding.Valid, Masked(found.FullName), term.Group, found.Number, term.LastDay),
            _ => new CardAnswer(CardStanding.Ended, Masked(found.FullName), Number: found.Number),
        };
        return answer with { Authority = (await office.SettingsAsync(cancellationToken)).OrgAuthorityName };
    }

    private static string Masked(string name)
    {
        var first = System.Globalization.StringInfo.GetNextTextElement(name);
        return first + new string('*', Math.Max(1, new System.Globalization.StringInfo(name).LengthInTextElements - 1));
    }
}
