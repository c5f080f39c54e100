using Portal.Access;
using Portal.Live;

namespace Portal.Features.Dashboards.Corps;

/// <summary>The corps for those who see terms of office: the section and leadership.</summary>
public sealed class CorpsService(AccessGuard access, CorpsSnapshotQuery query, LiveFeed<CorpsSnapshot> feed)
{
    /// <summary>Calls back whenever the corps was counted anew, until disposed.</summary>
    public async Task<IDisposable> WatchAsync(Func<CorpsSnapshot, Task> onSnapshot, CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeTerms, cancellationToken: cancellationToken);
        return feed.Watch(onSnapshot);
    }

    /// <summary>As last published; counted for the reader before there is any.</summary>
    public async Task<CorpsSnapshot> GetAsync(CancellationToken cancellationToken = default)
    {
        await access.DemandAsync(Permissions.SeeTerms, cancellationToken: cancellationToken);
        return feed.Latest ?? await query.TakeAsync(cancellationToken);
    }
}
