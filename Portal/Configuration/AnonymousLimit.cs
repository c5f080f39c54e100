using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Portal.Evidence;

namespace Portal.Configuration;

/// <summary>How much may be asked without a sign-in, by address: enough for an office behind one address, too little to try keys or to flood. What is sent in the public's forms is counted by the hour besides, by address and of all together. Who is signed in has a budget of their own (<see cref="AccountLimit"/>).</summary>
internal static class AnonymousLimit
{
    private const int Sixths = 6;
    private const int HostBits = 64;

    /// <summary>Where the public's forms are sent to: an application, an objection to somebody on a notice, a file for one of them.</summary>
    private const string Applications = "/public/apply";
    private const string Notices = "/public/notices";
    private const string Files = EvidenceEndpoints.VisitorAddress;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public static IServiceCollection AddAnonymousLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            // Of a form it is not known which of the limits was reached: the longer wait does for all.
            rejected.HttpContext.Response.Headers.RetryAfter = $"{(FormOf(rejected.HttpContext) is null ? s_window : s_hour / Sixths).TotalSeconds:0}";
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(ByTheMinute),
            PartitionedRateLimiter.Create<HttpContext, string>(ByTheHour),
            PartitionedRateLimiter.Create<HttpContext, string>(OfAllByTheHour),
            PartitionedRateLimiter.Create<HttpContext, Guid>(AccountLimit.Of),
            PartitionedRateLimiter.Create<HttpContext, Guid>(AccountLimit.OfLines));
    });

    private static RateLimitPartition<string> ByTheMinute(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } || IsAnsweredAlready(http)
            ? RateLimitPartition.GetNoLimiter("")
            : Limited(Visitor(http.Connection.RemoteIpAddress), http, web => web.AnonymousRequestsPerMinute, s_window);

    private static RateLimitPartition<string> ByTheHour(HttpContext http) =>
        FormOf(http) is not { } form || IsAnsweredAlready(http)
            ? RateLimitPartition.GetNoLimiter("")
            : Limited($"{form} {Visitor(http.Connection.RemoteIpAddress)}", http, web => form switch { Applications => web.ApplicationsPerHour, Files => web.VisitorFilesPerHour, _ => web.ObjectionsPerHour }, s_hour);

    private static RateLimitPartition<string> OfAllByTheHour(HttpContext http) =>
        FormOf(http) is not { } form || IsAnsweredAlready(http)
            ? RateLimitPartition.GetNoLimiter("")
            : Limited(form, http, web => form switch { Applications => web.AllApplicationsPerHour, Files => web.AllVisitorFilesPerHour, _ => web.AllObjectionsPerHour }, s_hour);

    private static RateLimitPartition<string> Limited(string who, HttpContext http, Func<WebOptions, int> permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits(http.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value),
            Window = window,
            SegmentsPerWindow = Sixths,
        });

    /// <summary>Which of the public's forms is being sent; <c>null</c> for anything else.</summary>
    private static string? FormOf(HttpContext http) =>
        !HttpMethods.IsPost(http.Request.Method) ? null
        : http.Request.Path.StartsWithSegments(Applications) ? Applications
        : http.Request.Path.StartsWithSegments(Notices) ? Notices
        : http.Request.Path.StartsWithSegments(Files) ? Files
        : null;

    /// <summary>The page in words for a refusal runs the pipeline once more.</summary>
    internal static bool IsAnsweredAlready(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

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
