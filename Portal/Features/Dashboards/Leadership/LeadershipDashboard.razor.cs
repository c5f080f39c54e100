using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Dashboards.Leadership;

/// <summary>Leadership's year, beside the one before it; follows the portal while it is open.</summary>
public sealed partial class LeadershipDashboard : PortalPage, IDisposable
{
    private IReadOnlyList<YearChart> _charts = [];
    private LeadershipYear? _year;
    private LeadershipRanking? _ranking;
    private IDisposable? _watch;
    private int? _shown;
    private bool _started;
    private bool _denied;
    private bool _gone;

    [Inject]
    public required LeadershipDashboardService Dashboard { get; init; }

    [Inject]
    public required YearWords Sentences { get; init; }

    [Inject]
    public required YearCharts Charts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>As the address has it; the running year when it says nothing.</summary>
    [Parameter]
    public int? Year { get; set; }

    private string? Lead => _year switch
    {
        null => null,
        { IsRunning: true } => Text[nameof(LeadershipDashboardText.Lead_Running), _year.Year, Words.Day(_year.Today), _year.Before.Year].Value,
        _ => Text[nameof(LeadershipDashboardText.Lead_Whole), _year.Year, _year.Before.Year].Value,
    };

    public void Dispose()
    {
        _gone = true;
        _watch?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_started && _shown == Year)
        {
            return;
        }

        var isFirst = !_started;
        _started = true;
        _shown = Year;
        await AttemptAsync(async () =>
        {
            // Watch first and read then, so that nothing falls between.
            if (isFirst && RendererInfo.IsInteractive)
            {
                _watch = await Dashboard.WatchAsync(snapshot => InvokeAsync(() => FollowAsync(snapshot)));
            }

            await LoadAsync();
        });
        _denied = _year is null;
    }

    private Task FollowAsync(YearSnapshot snapshot) =>
        _gone || snapshot.AsOf <= _year?.AsOf ? Task.CompletedTask : AttemptAsync(LoadAsync);

    private async Task LoadAsync()
    {
        var wanted = Year;
        var year = await Dashboard.YearAsync(wanted);
        // An answer to an older question, or an older answer, is not shown.
        if (wanted != Year || (year.Year == _year?.Year && year.AsOf < _year.AsOf))
        {
            return;
        }

        if (year.Year != _year?.Year)
        {
            _ranking = null;
        }

        _year = year;
        Draw();
        StateHasChanged();
        if (RendererInfo.IsInteractive)
        {
            var ranking = await Dashboard.RankingAsync(wanted);
            if (wanted == Year)
            {
                _ranking = ranking;
                Draw();
                StateHasChanged();
            }
        }
    }

    private void Draw() => _charts = _ranking is null ? Charts.Of(_year!) : [.. Charts.Of(_year!), Charts.Ranking(_ranking)];

    // The running year is the page itself; other parts of the address stay as they are.
    private void Pick(ChangeEventArgs chosen)
    {
        var year = int.Parse((string)chosen.Value!, CultureInfo.InvariantCulture);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("year", year == _year!.Today.Year ? null : year));
    }
}
