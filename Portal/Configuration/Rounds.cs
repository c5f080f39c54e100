namespace Portal.Configuration;

internal static class Rounds
{
    /// <summary>Does something now and then again, until the portal stops. A round that failed is told, and the next one tries again.</summary>
    public static async Task EveryAsync(this TimeProvider clock, TimeSpan pause, Func<CancellationToken, Task> round, Action<Exception> tell, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(pause, clock);
        do
        {
            try
            {
                await round(stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                tell(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
