using Microsoft.EntityFrameworkCore;
using Portal.Domain.Credentials;
using Portal.Domain.Documents;
using Portal.Domain.People;

namespace Portal.Data.Documents;

/// <summary>The letter of introduction and its stub (Article 12).</summary>
public static class LetterDocumentsExtensions
{
    /// <summary>As handed over, under the serial that the letter was given when it was issued.</summary>
    public static async Task IssueIntroductionAsync(this PortalDbContext db, IntroductionLetter letter, PersonId by, DateOnly today, CancellationToken cancellationToken)
    {
        var unit = await db.Agencies.Where(a => a.Id == letter.Agency).Select(a => a.Name).SingleAsync(cancellationToken);
        var ids = letter.Bearers.Select(b => b.Person).Append(letter.ApprovedBy ?? by).ToList();
        var names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        List<LetterBearer> bearers = [.. letter.Bearers.OrderBy(b => b.CardNumber, StringComparer.Ordinal)];
        var count = OfficialWords.InFigures(bearers.Count);
        var listed = OfficialWords.Listed(bearers.Select(b => OfficialWords.Text(nameof(OfficialText.Bearer), names[b.Person], b.CardNumber)));
        await db.IssueAsync(
            new DocumentOrder(DocumentKind.IntroductionLetter, unit) { Agency = letter.Agency, Activity = letter.Activity, About = letter.Id.Value },
            new Dictionary<DocumentField, string>
            {
                [DocumentField.Unit] = unit,
                [DocumentField.Name] = names[bearers[0].Person],
                [DocumentField.CardNumber] = bearers[0].CardNumber,
                [DocumentField.CountInWords] = count,
                // Nobody is counted who comes alone.
                [DocumentField.Bearers] = bearers.Count == 1 ? listed : OfficialWords.Text(nameof(OfficialText.Bearers), listed, count),
                [DocumentField.Matter] = letter.Matter,
                [DocumentField.ValidFrom] = OfficialWords.Day(letter.ValidFrom),
                [DocumentField.ValidTo] = OfficialWords.Day(letter.ValidTo),
                [DocumentField.Approver] = names[letter.ApprovedBy ?? by],
            },
            by, today, DocumentNumber.Parse(letter.Serial!), cancellationToken);
    }

    /// <summary>The one paper of a letter; none before it is issued.</summary>
    public static IQueryable<IssuedDocument> PaperOf(this IQueryable<IssuedDocument> documents, IntroductionLetterId letter)
    {
        var about = letter.Value;
        return documents.AsNoTracking().Where(d => d.Kind == DocumentKind.IntroductionLetter && d.About == about);
    }
}
