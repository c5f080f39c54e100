using System.Globalization;
using Portal.Retention;

namespace Portal.Commands;

/// <summary>Says what the next run would do, and changes nothing.</summary>
internal sealed class RetentionReportCommand(IServiceProvider services) : IPortalCommand
{
    public string Name => "retention report";

    public bool NeedsDatabase => true;

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        foreach (var line in await services.GetRequiredService<RetentionRunner>().ReportAsync(cancellationToken))
        {
            await output.WriteLineAsync(Say(line));
        }

        return 0;
    }

    internal static string Say(RetentionReportLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Line.Class}: {line.Line.Action} what is from before {line.DueBefore:yyyy-MM-dd} ({line.Line.Period.Count} {line.Line.Period.Unit}): {line.Count.Due} due, of which {line.Count.Held} held{(line.Count.Oldest is { } oldest ? $"; the oldest from {oldest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}.");
}

/// <summary>Does the night's run now, unless it was done today.</summary>
internal sealed class RetentionRunCommand(IServiceProvider services) : IPortalCommand
{
    public string Name => "retention run";

    public bool NeedsDatabase => true;

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var finished = await services.GetRequiredService<RetentionRunner>().RunAsync(cancellationToken);
        await output.WriteLineAsync(finished ? "Today's run is finished." : "A class failed; the log says why. Run it again.");
        return finished ? 0 : 1;
    }
}
