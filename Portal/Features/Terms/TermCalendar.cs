using Portal.Configuration;
using Portal.Data;
using Portal.Data.Appointments;
using Portal.Data.Documents;

namespace Portal.Features.Terms;

/// <summary>Each night, and at every start, puts into the record which terms ran out or began (Article 17). Rights do not wait for it: they are decided by date.</summary>
internal sealed partial class TermCalendar(UnitOfWork work, TimeProvider clock, ILogger<TermCalendar> logger) : BackgroundService
{
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(5);

    public Task SettleAsync(CancellationToken cancellationToken) =>
        work.WriteAsync(db => db.SettleTermsAsync(person: null, OfficialWords.Text(nameof(OfficialText.Letter_OutOfOffice)), clock.Today(), cancellationToken), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = clock.StartOf(clock.Today().AddDays(1)) - clock.GetUtcNow();
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, failure);
                wait = s_again;
            }

            await Task.Delay(wait > TimeSpan.Zero ? wait : s_again, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Terms that ran out could not be put into the record; tried again in a few minutes.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
