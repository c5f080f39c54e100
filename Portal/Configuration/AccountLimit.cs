using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Access;

namespace Portal.Configuration;

/// <summary>How much one person who is signed in may ask, whatever they may do: far more than anybody reads, too little to copy everything in a minute or to keep others waiting.</summary>
internal static class AccountLimit
{
    /// <summary>What a live page says over its own line is limited by how many pages there may be.</summary>
    private const string Circuits = "/_blazor";

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    public static RateLimitPartition<Guid> Of(HttpContext http) =>
        PortalClaims.AccountOf(http.User) is not { } account || http.Request.Path.StartsWithSegments(Circuits) || AnonymousLimit.IsAnsweredAlready(http)
            ? RateLimitPartition.GetNoLimiter(Guid.Empty)
            : RateLimitPartition.GetTokenBucketLimiter(account.Value, _ => Bucket(http.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value));

    private static TokenBucketRateLimiterOptions Bucket(WebOptions web) => new()
    {
        TokenLimit = web.AccountRequestsAtOnce,
        TokensPerPeriod = web.AccountRequestsPerSecond,
        ReplenishmentPeriod = s_second,
    };
}
