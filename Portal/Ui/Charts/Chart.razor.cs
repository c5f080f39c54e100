using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Portal.Ui.Charts;

/// <summary>A picture and its table, from one model; the library is loaded by the first chart of a page.</summary>
public sealed partial class Chart : IAsyncDisposable
{
    private ElementReference _place;
    private IJSObjectReference? _module;
    private string? _drawn;
    private bool _asTable;

    [Parameter]
    [EditorRequired]
    public required ChartModel Model { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What it shows, in one sentence with its figures; also what a screen reader says.</summary>
    [Parameter]
    [EditorRequired]
    public required string Says { get; set; }

    /// <summary>The list behind the whole chart.</summary>
    [Parameter]
    public string? Href { get; set; }

    [Parameter]
    public string? HrefWords { get; set; }

    [Parameter]
    public ChartHeight Height { get; set; } = ChartHeight.Medium;

    [Parameter]
    public string? TestId { get; set; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required ILogger<Chart> Logger { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Model.IsEmpty && _drawn is null)
        {
            return;
        }

        var picture = ChartPicture.Of(Model);
        var wanted = JsonSerializer.Serialize(picture);
        if (wanted == _drawn)
        {
            return;
        }

        _drawn = wanted;
        try
        {
            _module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Ui/Charts/Chart.razor.js"]}");
            await _module.InvokeVoidAsync("draw", _place, picture, Assets["lib/apexcharts/apexcharts.esm.js"]);
        }
        catch (Exception gone) when (Reader.HasLeft(gone))
        {
            // The reader has left.
        }
        catch (JSException failure)
        {
            // A picture that cannot be drawn must not cost the page: its table says the same.
            Log.NotDrawn(Logger, failure, Title);
            _asTable = true;
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is null)
        {
            return;
        }

        try
        {
            await _module.InvokeVoidAsync("remove", _place);
            await _module.DisposeAsync();
        }
        catch (Exception gone) when (Reader.HasLeft(gone))
        {
            // The browser has thrown everything away already.
        }
    }

    private string Said(ChartSeries series, int row) =>
        series.Values[row] is { } value ? value.ToString($"N{Model.Decimals}", CultureInfo.CurrentCulture) + Model.Unit : "–";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The chart {Title} could not be drawn; its table is shown")]
        public static partial void NotDrawn(ILogger logger, Exception failure, string title);
    }
}
