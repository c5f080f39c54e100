using System.Text.Json;

namespace Portal.Configuration;

/// <summary>What browsers report of broken Content-Security-Policy: a fault of ours or somebody's attempt; either belongs in the log.</summary>
internal static partial class PolicyReports
{
    public const string Address = "/csp-report";

    private const int LongestReport = 16 * 1024;
    private const int LongestWord = 200;

    public static void MapPolicyReports(this WebApplication app) => app.MapPost(Address, ReceiveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(HttpRequest request, ILogger<WebApplication> logger)
    {
        if (request.ContentLength is null or > LongestReport)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var report = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            var csp = report.RootElement.GetProperty("csp-report");
            LogViolation(logger, Word(csp, "effective-directive"), Word(csp, "document-uri"), Word(csp, "blocked-uri"));
            return Results.NoContent();
        }
        catch (Exception nonsense) when (nonsense is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Results.BadRequest();
        }
    }

    /// <summary>Without what stands behind the path: filters and search words are nobody's business.</summary>
    private static string Word(JsonElement report, string name)
    {
        var word = report.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        word = word.Split('?', '#')[0];
        return word[..Math.Min(word.Length, LongestWord)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Content policy {Directive} was broken on {Page} by {Blocked}.")]
    private static partial void LogViolation(ILogger logger, string directive, string page, string blocked);
}
