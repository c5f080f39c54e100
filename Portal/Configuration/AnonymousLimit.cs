using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Portal.Configuration;

/// <summary>How much may be asked without a sign-in, by address: enough for an office behind one address, too little to try keys or to flood. Who is signed in is limited by what they may do.</summary>
internal static class AnonymousLimit
{
    private const int Sixths = 6;
    private const int HostBits = 64;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAnonymousLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = $"{s_window.TotalSeconds:0}";
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.User.Identity is { IsAuthenticated: true } || IsAnsweredAlready(http)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter(Visitor(http.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = http.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value.AnonymousRequestsPerMinute,
                    Window = s_window,
                    SegmentsPerWindow = Sixths,
                }));
    });

    /// <summary>The page in words for a refusal runs the pipeline once more.</summary>
    private static bool IsAnsweredAlready(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>A household has a whole network of the newer addresses: counted one by one they would be no limit.</summary>
    private static string Visitor(IPAddress? address)
    {
        if (address is null || address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(HostBits / 8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
