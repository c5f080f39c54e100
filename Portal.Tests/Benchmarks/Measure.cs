using System.Diagnostics;
using System.Globalization;

namespace Portal.Tests.Benchmarks;

/// <summary>Times a piece of work on a machine that others use too: the median of several runs after a warm one. It prints; it never fails.</summary>
internal static class Measure
{
    public static async Task<double> MedianAsync(Func<Task> work, int runs = 7)
    {
        await work();
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    public static void Print(string what, double milliseconds, double must, string? note = null) =>
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what,-58} | {milliseconds,9:0.0} ms | must {must,7:0} ms | ratio {milliseconds / must,5:0.00} | {note}"));
}
