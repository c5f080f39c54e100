using System.Collections.Concurrent;
using Portal.Live;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Keeps what was counted on demand for everybody until the next snapshot says that something may have changed.</summary>
public sealed class YearCache(LiveFeed<YearSnapshot> feed)
{
    private readonly ConcurrentDictionary<(Type, int), Kept> _kept = [];

    public async Task<T> GetAsync<T>(int year, Func<Task<T>> count)
        where T : class
    {
        // Read before counting: what is saved meanwhile brings another stamp.
        var stamp = feed.Latest?.AsOf;
        if (stamp is not null && _kept.TryGetValue((typeof(T), year), out var kept) && kept.AsOf == stamp)
        {
            return (T)kept.Counted;
        }

        var counted = await count();
        if (stamp is { } asOf)
        {
            _kept[(typeof(T), year)] = new Kept(asOf, counted);
        }

        return counted;
    }

    private sealed record Kept(DateTimeOffset AsOf, object Counted);
}
