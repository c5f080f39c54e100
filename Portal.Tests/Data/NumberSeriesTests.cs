using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>Numbers are unique, in order and never reused (domain.md A4-5).</summary>
public sealed class NumberSeriesTests : IDisposable
{
    private readonly PortalDb _db = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task A_series_begins_anew_every_year_and_beside_others()
    {
        Assert.Equal("WT-2026-0001", await NextAsync("WT", 2026));
        Assert.Equal("WT-2026-0002", await NextAsync("WT", 2026));
        Assert.Equal("WT-2027-0001", await NextAsync("WT", 2027));
        Assert.Equal("HD-2026-0001", await NextAsync("HD", 2026));
    }

    [Fact]
    public async Task Two_numbers_in_one_work_are_two()
    {
        var taken = await _db.Work.WriteAsync(async db => (await db.NextNumberAsync("WT", 2026, Cancel), await db.NextNumberAsync("WT", 2026, Cancel)), Cancel);

        Assert.Equal(("WT-2026-0001", "WT-2026-0002"), taken);
    }

    [Fact]
    public async Task A_work_that_failed_leaves_no_gap()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _db.Work.WriteAsync(
            async db =>
            {
                await db.NextNumberAsync("WT", 2026, Cancel);
                throw new InvalidOperationException("changed my mind");
            },
            Cancel));

        Assert.Equal("WT-2026-0001", await NextAsync("WT", 2026));
    }

    [Fact]
    public async Task A_number_that_came_from_elsewhere_is_not_given_out_again_and_an_older_one_changes_nothing()
    {
        await _db.Work.WriteAsync(db => db.NumberTakenAsync("WT", 2026, 30, Cancel), Cancel);
        await _db.Work.WriteAsync(db => db.NumberTakenAsync("WT", 2026, 7, Cancel), Cancel);

        Assert.Equal("WT-2026-0031", await NextAsync("WT", 2026));
    }

    [Fact]
    public async Task Eight_writers_at_once_get_every_number_once_and_none_is_left_out()
    {
        const int writers = 8;
        const int each = 5;

        var taken = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(
            async () =>
            {
                var mine = new List<string>();
                for (var number = 0; number < each; number++)
                {
                    mine.Add(await NextAsync("WT", 2026));
                }

                return mine;
            },
            Cancel)));

        Assert.Equal(
            Enumerable.Range(1, writers * each).Select(n => $"WT-2026-{n:0000}"),
            taken.SelectMany(mine => mine).Order(StringComparer.Ordinal));
    }

    private Task<string> NextAsync(string series, int year) => _db.Work.WriteAsync(db => db.NextNumberAsync(series, year, Cancel), Cancel);
}
