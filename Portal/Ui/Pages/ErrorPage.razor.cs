using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Pages;

public sealed partial class ErrorPage
{
    private string _id = "";

    [Parameter]
    public int? Code { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public required ILogger<ErrorPage> Logger { get; init; }

    protected override void OnInitialized()
    {
        _id = ErrorId.Current();
        Log.PageShown(Logger, _id, Http?.Response.StatusCode ?? 0);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Error page shown with id {ErrorId}, status {Status}")]
        public static partial void PageShown(ILogger logger, string errorId, int status);
    }
}
