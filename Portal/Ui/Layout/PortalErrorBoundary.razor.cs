using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Layout;

/// <summary>What nobody expected ends here: the person gets an id, the log gets the same id with the exception.</summary>
public sealed partial class PortalErrorBoundary
{
    private string _id = "";

    [Inject]
    public required ILogger<PortalErrorBoundary> Logger { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _id = ErrorId.Current();
        Log.Failed(Logger, exception, _id);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A page failed; its reader was given the id {ErrorId}")]
        public static partial void Failed(ILogger logger, Exception exception, string errorId);
    }
}
