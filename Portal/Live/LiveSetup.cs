namespace Portal.Live;

public static class LiveSetup
{
    public static IServiceCollection AddPortalLive(this IServiceCollection services) => services
        .AddSingleton<ChangePulse>()
        .AddSingleton<PulseOnSave>()
        .AddSingleton(typeof(LiveFeed<>))
        .AddSnapshot<ChangeStamp, ChangeStampQuery>();

    /// <summary>A snapshot that is counted in the background and published to <see cref="LiveFeed{T}"/>.</summary>
    public static IServiceCollection AddSnapshot<T, TQuery>(this IServiceCollection services)
        where T : class
        where TQuery : class, ISnapshotQuery<T> => services
        .AddSingleton<ISnapshotQuery<T>, TQuery>()
        .AddHostedService<SnapshotRefresher<T>>();
}
