using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Security.Storage;

/// <summary>Somebody outside holds the database (security.md 44): reading goes on, writers wait and then are told to try again, and nothing is done twice.</summary>
public sealed class LockedDatabaseTests
{
    private const int Writers = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_too_long_is_told_and_readers_are_not_kept()
    {
        await using var office = new TroubledPortal(patienceSeconds: 2);
        await office.Portal.SignInAsync();
        await LeftForAWhileAsync(office);
        await using (await office.LockAsync())
        {
            var began = Stopwatch.GetTimestamp();
            var writers = Enumerable.Range(0, Writers).Select(_ => office.UploadAsync()).ToList();
            for (var i = 0; i < 5; i++)
            {
                var (status, _, took) = await office.GetAsync("/findings");
                Assert.Equal(HttpStatusCode.OK, status);
                // The first notes that its reader was here, waits for the lock a second, and lets it be.
                Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            }

            foreach (var refused in await Task.WhenAll(writers))
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
                Assert.Contains("系统正忙", await TroubledPortal.WordsOfAsync(refused), StringComparison.Ordinal);
                refused.Dispose();
            }

            // Not one after the other, which would be sixteen.
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(14));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await office.HealthAsync("ready"));
        }

        Assert.Equal(0, await office.ReadAsync(db => db.Evidence.CountAsync(Stop)));
        await office.IsReadyAgainAsync();
        using var again = await office.UploadAsync();
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await office.VerifyAsync();
    }

    [Fact]
    public async Task Who_waits_long_enough_has_written_once()
    {
        await using var office = new TroubledPortal();
        await office.Portal.SignInAsync();
        List<Task<HttpResponseMessage>> writers;
        await using (await office.LockAsync())
        {
            writers = [.. Enumerable.Range(0, Writers).Select(_ => office.UploadAsync())];
            await Task.WhenAny(Task.WhenAll(writers), Task.Delay(TimeSpan.FromSeconds(1), Stop));
            Assert.All(writers, writer => Assert.False(writer.IsCompleted));
        }

        foreach (var written in await Task.WhenAll(writers))
        {
            Assert.Equal(HttpStatusCode.Created, written.StatusCode);
            written.Dispose();
        }

        Assert.Equal(Writers, await office.ReadAsync(db => db.Evidence.CountAsync(Stop)));
        await office.VerifyAsync();
    }

    // Long enough ago that the next page would note that they are here.
    private static Task<int> LeftForAWhileAsync(TroubledPortal office) => office.ReadAsync(async db =>
    {
        var seen = await db.Sessions.Select(s => s.LastSeenAt).SingleAsync(Stop);
        return await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, seen.AddMinutes(-5)), Stop);
    });
}
