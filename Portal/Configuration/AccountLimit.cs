using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Access;

namespace Portal.Configuration;

/// <summary>How much one person who is signed in may ask, whatever they may do: far more than anybody reads, too little to copy everything in a minute or to keep others waiting.</summary>
internal static class AccountLimit
{
    /// <summary>What a live page says over its own line is limited by how many pages there may be.</summary>
    private const string Circuits = "/_blazor";

    /// <summary>Lines that one person may begin at once, and a second from then on: a page asks for a place and then begins its line, so that whoever opens five pages a second is not left with one that does not live. One that says nothing is cut after a quarter of a minute, but until it says something nobody knows whose page it is.</summary>
    private const int LinesAtOnce = 60;
    private const int LinesPerSecond = 10;

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    public static RateLimitPartition<Guid> Of(HttpContext http) =>
        PortalClaims.AccountOf(http.User) is not { } account || http.Request.Path.StartsWithSegments(Circuits) || AnonymousLimit.IsAnsweredAlready(http)
            ? RateLimitPartition.GetNoLimiter(Guid.Empty)
            : RateLimitPartition.GetTokenBucketLimiter(account.Value, _ => Bucket(http.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value));

    public static RateLimitPartition<Guid> OfLines(HttpContext http) =>
        PortalClaims.AccountOf(http.User) is not { } account || !http.Request.Path.StartsWithSegments(Circuits) || !BeginsLine(http.Request)
            ? RateLimitPartition.GetNoLimiter(Guid.Empty)
            : RateLimitPartition.GetTokenBucketLimiter(account.Value, _ => new() { TokenLimit = LinesAtOnce, TokensPerPeriod = LinesPerSecond, ReplenishmentPeriod = s_second });

    // A place for a line is asked for first; the line itself begins by the older protocol or by the newer one.
    private static bool BeginsLine(HttpRequest request) =>
        request.Path.StartsWithSegments(Circuits + "/negotiate") || request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);

    private static TokenBucketRateLimiterOptions Bucket(WebOptions web) => new()
    {
        TokenLimit = web.AccountRequestsAtOnce,
        TokensPerPeriod = web.AccountRequestsPerSecond,
        ReplenishmentPeriod = s_second,
    };
}
