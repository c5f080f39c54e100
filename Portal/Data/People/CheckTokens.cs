using Microsoft.EntityFrameworkCore;
using Portal.Data.SignIns;
using Portal.Domain.Credentials;

namespace Portal.Data.People;

/// <summary>What the code on a card asks the public check page for: 128 random bits, kept encrypted for printing again and found by their fingerprint.</summary>
public static class CheckTokensExtensions
{
    /// <summary>Gives a card its token, unless it has one.</summary>
    public static void GiveCheckToken(this PortalDbContext db, SupervisorCard card)
    {
        card.GiveCheckToken(Secret.NewShort());
        db.Entry(card).Property(ProtectedColumns.CheckTokenHash).CurrentValue = db.Cipher.CheckTokenFingerprint(card.CheckToken!);
    }

    /// <summary>The card with that token, if there is one.</summary>
    public static IQueryable<SupervisorCard> CardsWithToken(this PortalDbContext db, string token)
    {
        var wanted = db.Cipher.CheckTokenFingerprint(token);
        return db.Cards.Where(c => EF.Property<string>(c, ProtectedColumns.CheckTokenHash) == wanted);
    }
}
