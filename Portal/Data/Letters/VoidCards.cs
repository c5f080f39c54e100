using Microsoft.EntityFrameworkCore;
using Portal.Data.Documents;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;

namespace Portal.Data.Letters;

/// <summary>What a card that is valid no more does to the letters of introduction that name it (Article 12).</summary>
public static class VoidCardsExtensions
{
    /// <summary>Revokes them, documents included. Whoever calls it twice, or days late, finds nothing left to do.</summary>
    /// <param name="db">Of a unit of work: it saves what the caller did with the card.</param>
    /// <param name="bearer">Whose letters; everybody's when it is <c>null</c>.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task RevokeLettersOfVoidCardsAsync(this PortalDbContext db, PersonId? bearer, DateOnly today, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var letters = await db.IntroductionLetters
            .Where(l => l.State == LetterState.Issued && l.ValidTo >= today && (bearer == null || l.Bearers.Any(b => b.Person == bearer)))
            .ToListAsync(cancellationToken);
        var numbers = letters.SelectMany(l => l.Bearers).Select(b => b.CardNumber).Distinct().ToList();
        var invalid = await db.Cards.Where(c => numbers.Contains(c.Number) && c.State != CardState.Active).Select(c => c.Number).ToListAsync(cancellationToken);
        foreach (var letter in letters)
        {
            if (letter.NamesVoidCard(invalid, today) is { } number)
            {
                var because = OfficialWords.Text(nameof(OfficialText.Letter_CardVoid), number);
                letter.Revoke(because, today);
                await db.VoidDocumentsAsync(DocumentKind.IntroductionLetter, letter.Id.Value, because, by: null, today, cancellationToken);
            }
        }
    }
}
