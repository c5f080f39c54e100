using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.SignIns;

namespace Portal.Data;

/// <summary>What the private link of somebody without an account carries: 128 random bits, handed out once; only their hash is kept with what they sent in, and by it that is found.</summary>
public static class PrivateLinks
{
    public const string LinkHash = nameof(LinkHash);

    /// <summary>Characters of a hash.</summary>
    private const int HashLength = 64;

    /// <summary>Gives a row its link; the one that it had opens nothing any more.</summary>
    /// <returns>The code, which nobody can find out afterwards.</returns>
    public static string GiveLink<TRow>(this PortalDbContext db, TRow row)
        where TRow : class
    {
        var code = Secret.NewShort();
        db.Entry(row).Property(LinkHash).CurrentValue = Secret.HashOf(code);
        return code;
    }

    /// <summary>From now on no link opens the row.</summary>
    public static void DropLink<TRow>(this PortalDbContext db, TRow row)
        where TRow : class => db.Entry(row).Property(LinkHash).CurrentValue = null;

    /// <summary>The row with that link, if there is one.</summary>
    public static IQueryable<TRow> WithLink<TRow>(this IQueryable<TRow> rows, string code)
        where TRow : class
    {
        var hash = Secret.HashOf(code);
        Expression<Func<TRow, bool>> has = row => EF.Property<string?>(row, LinkHash) == hash;
        return rows.Where(has);
    }

    internal static void HasPrivateLink<TRow>(this EntityTypeBuilder<TRow> row)
        where TRow : class
    {
        row.Property<string?>(LinkHash).HasMaxLength(HashLength);
        row.HasIndex(LinkHash).IsUnique().HasFilter($"[{LinkHash}] IS NOT NULL");
    }
}
