using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Logs;

/// <summary>Whatever comes from outside, an event of the log is one line, and each line is one object (security.md 56).</summary>
public sealed class LogInjectionTests
{
    private static readonly string[] s_hostile =
        ["a\r\nb", "a\n{\"@l\":\"Fatal\"}", "\u001b[31mred\u001b[0m", "\"},{\"@mt\":\"forged", "a\u2028b\u2029c", "a\0b", "\u202Eabc", "\uD800", "{Braces} {0}", "\u0085next"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_stays_one_line()
    {
        await using var portal = RunningPortal.With(host => host.UseSetting("Portal:Logs:MinimumLevel", "Information"));
        using var stranger = portal.Stranger();
        var logger = portal.Services.GetRequiredService<Serilog.ILogger>().ForContext(Serilog.Core.Constants.SourceContextPropertyName, "Portal.Tests.Hostile");
        foreach (var word in s_hostile)
        {
            logger.Warning(new InvalidOperationException(word), "marker {Word} {Number}", word, 1);
            using var answer = await stranger.GetAsync(new Uri($"/marker{Uri.EscapeDataString(word.Replace("\uD800", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal))}", UriKind.Relative), Stop);
        }

        await portal.StopAsync();
        var lines = Directory.EnumerateFiles(Path.Combine(portal.Folder, "logs")).SelectMany(file => File.ReadAllText(file).Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();

        var events = lines.ConvertAll(line => JsonDocument.Parse(line).RootElement);
        Assert.All(events, e => Assert.Equal(JsonValueKind.Object, e.ValueKind));
        Assert.Equal(s_hostile.Length, events.Count(e => e.TryGetProperty("SourceContext", out var source) && source.GetString() == "Portal.Tests.Hostile"));
        Assert.Equal(s_hostile.Length, events.Count(e => e.TryGetProperty("RequestPath", out var path) && path.GetString()!.StartsWith("/marker", StringComparison.Ordinal) && e.TryGetProperty("StatusCode", out _)));
        Assert.DoesNotContain(events, e => e.TryGetProperty("@l", out var level) && level.GetString() == "Fatal");
    }
}
