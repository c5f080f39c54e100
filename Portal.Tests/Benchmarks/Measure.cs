using System.Diagnostics;
using System.Globalization;

namespace Portal.Tests.Benchmarks;

/// <summary>Times a piece of work on a machine that others use too: the median of several runs after some warm ones. It prints; it never fails.</summary>
internal static class Measure
{
    private const int WarmRuns = 3;

    public static async Task<double> MedianAsync(Func<Task> work, int runs = 7)
    {
        for (var i = 0; i < WarmRuns; i++)
        {
            await work();
        }

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

    /// <summary>Something that can be done only once, with what it took of memory: how much was asked for, and how much of it stayed.</summary>
    public static async Task<Once> OnceAsync(Func<Task> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var asked = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await work();
        var time = watch.Elapsed.TotalMilliseconds;
        asked = GC.GetTotalAllocatedBytes(precise: true) - asked;
        return new Once(time, asked, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    public static void Print(string what, double milliseconds, double must, string? note = null) =>
        Row(what, string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"), string.Create(CultureInfo.InvariantCulture, $"{must:0} ms"), milliseconds / must, note);

    public static void PrintGrowth(string what, double small, double large, double must) =>
        Row(what, string.Create(CultureInfo.InvariantCulture, $"{large / small:0.00} ×"), string.Create(CultureInfo.InvariantCulture, $"{must:0} ×"), large / small / must, string.Create(CultureInfo.InvariantCulture, $"{small:0.0} ms to {large:0.0} ms"));

    private static void Row(string what, string measured, string must, double ratio, string? note) =>
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what,-52} | {measured,10} | {must,8} | {ratio,5:0.00} | {note} |"));

    internal readonly record struct Once(double Milliseconds, long Allocated, long Kept)
    {
        private const double Mebi = 1024 * 1024;

        public string Memory => string.Create(CultureInfo.InvariantCulture, $"allocated {Allocated / Mebi:0} MiB, kept {Kept / Mebi:0.0} MiB");
    }
}
