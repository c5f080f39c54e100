namespace Portal.Live;

/// <summary>Only that something changed, at most once a second: pages that show one person's own rows ask their service again.</summary>
public sealed record ChangeStamp(DateTimeOffset AsOf);

internal sealed class ChangeStampQuery(TimeProvider clock) : ISnapshotQuery<ChangeStamp>
{
    public Task<ChangeStamp> TakeAsync(CancellationToken cancellationToken) => Task.FromResult(new ChangeStamp(clock.GetUtcNow()));
}
