using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Data;

namespace Portal.Ui.Pages;

public sealed partial class ErrorPage
{
    private string _id = "";
    private StorageTrouble? _trouble;

    [Parameter]
    public int? Code { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public required ILogger<ErrorPage> Logger { get; init; }

    private string Key => Code switch
    {
        StatusCodes.Status429TooManyRequests => IsOfAPublicForm ? nameof(UiText.Error_TooManyForms) : nameof(UiText.Error_TooMany),
        >= 400 and < 500 => nameof(UiText.Error_BadRequest),
        _ => nameof(UiText.Error_Words),
    };

    private bool IsOfAPublicForm => Http is not null && HttpMethods.IsPost(Http.Request.Method)
        && Http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith("/public/", StringComparison.OrdinalIgnoreCase) == true;

    protected override void OnInitialized()
    {
        _id = ErrorId.Current();
        if (Http?.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
        {
            _trouble = StorageTroubles.Of(failure.Error);
            Log.Failed(Logger, failure.Path, _id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The request to {Path} failed; its sender was given the id {ErrorId}")]
        public static partial void Failed(ILogger logger, string path, string errorId);
    }
}
