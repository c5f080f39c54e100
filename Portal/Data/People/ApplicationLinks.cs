using Microsoft.EntityFrameworkCore;
using Portal.Data.SignIns;
using Portal.Domain.Recruitment;

namespace Portal.Data.People;

/// <summary>What an applicant's private link carries: 128 random bits, handed out once; only their hash is kept, and by it the application is found.</summary>
public static class ApplicationLinks
{
    public const string LinkHash = nameof(LinkHash);

    /// <summary>Characters of a hash.</summary>
    public const int HashLength = 64;

    /// <summary>Gives an application its link.</summary>
    /// <returns>The code, which nobody can find out afterwards.</returns>
    public static string GiveLink(this PortalDbContext db, Application application)
    {
        var code = Secret.NewShort();
        db.Entry(application).Property(LinkHash).CurrentValue = Secret.HashOf(code);
        return code;
    }

    /// <summary>The application with that link, if there is one.</summary>
    public static IQueryable<Application> WithLink(this PortalDbContext db, string code)
    {
        var hash = Secret.HashOf(code);
        return db.Applications.Where(a => EF.Property<string?>(a, LinkHash) == hash);
    }
}
