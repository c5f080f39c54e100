using Microsoft.Extensions.Options;
using Portal.Configuration;

namespace Portal.Retention;

/// <summary>Runs the retention schedule once a night, at its hour or as soon as the portal is there afterwards.</summary>
internal sealed partial class RetentionNight(RetentionRunner runner, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionNight> logger) : BackgroundService
{
    /// <summary>Looked at in between too: what failed is tried again, and a clock that was set is noticed.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunIfDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, failure);
            }

            await Task.Delay(UntilNextLook(), clock, stoppingToken);
        }
    }

    internal async Task RunIfDueAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (clock.GetUtcNow() >= HourOf(today) && !await runner.IsFinishedAsync(today, cancellationToken))
        {
            await runner.RunAsync(cancellationToken);
        }
    }

    private TimeSpan UntilNextLook()
    {
        var (now, hour) = (clock.GetUtcNow(), HourOf(clock.Today()));
        return hour > now && hour - now < Look ? hour - now : Look;
    }

    private DateTimeOffset HourOf(DateOnly day) => clock.StartOf(day).AddHours(options.Value.Hour);

    [LoggerMessage(Level = LogLevel.Error, Message = "The retention run could not be begun or finished; it is tried again in an hour.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
