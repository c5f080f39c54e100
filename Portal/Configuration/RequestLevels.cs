using Serilog.Events;

namespace Portal.Configuration;

/// <summary>How loudly an answer is logged. What fails is an error; to be asked for one's health and to say no is none, since the check says what is wrong itself.</summary>
internal static class RequestLevels
{
    public static LogEventLevel Of(HttpContext http, double milliseconds, Exception? failed) =>
        failed is not null ? LogEventLevel.Error
        : http.Response.StatusCode < StatusCodes.Status500InternalServerError ? LogEventLevel.Information
        : http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Warning
        : LogEventLevel.Error;
}
