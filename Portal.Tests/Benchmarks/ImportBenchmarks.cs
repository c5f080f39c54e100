using Portal.Features.Import;
using Portal.Tests.Features.Import;

namespace Portal.Tests.Benchmarks;

/// <summary>Checking and committing a workbook, as the page does it: the sample ledger (at most 3 s), and a register of findings as long as a sheet may be (at most 15 s, flat memory).</summary>
[Collection(CityBenchmarks.Name)]
public sealed class ImportBenchmarks
{
    private const int LongestSheet = 5_000;

    [Fact(Explicit = true)]
    public async Task The_sample_ledger()
    {
        var time = await Measure.MedianAsync(
            async () =>
            {
                using var room = new ImportRoom();
                await using var file = LedgerImport.OpenSample();
                Assert.True((await room.ImportAsync(file)).Written);
            },
            runs: 3);
        Measure.Print("Import: the sample ledger", time, 3_000);
    }

    [Fact(Explicit = true)]
    public async Task A_register_of_5000_findings()
    {
        using var warm = new ImportRoom();
        await warm.ImportAsync(await RegisterAsync(10));
        using var room = new ImportRoom();
        await using var file = await RegisterAsync(LongestSheet);
        await using var again = new MemoryStream(file.ToArray());
        var first = await Measure.OnceAsync(async () => Assert.True((await room.ImportAsync(file)).Written));
        Measure.Print($"Import: {LongestSheet:N0} findings", first.Milliseconds, 15_000, first.Memory);
        var second = await Measure.OnceAsync(() => room.ImportAsync(again));
        Measure.Print("Import: the same again, nothing changes", second.Milliseconds, 15_000, second.Memory);
    }

    private static Task<MemoryStream> RegisterAsync(int findings) => TestBook.SmallAsync((
        "问题线索登记",
        [TestBook.FindingHeader, .. Enumerable.Range(1, findings).Select(i => TestBook.Finding($"WT-2026-{i:0000}"))]));
}
