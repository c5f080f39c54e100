using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Domain.People;
using Portal.Live;
using Portal.Ui;

namespace Portal.Features.Dashboards.Administrator;

/// <summary>The section's desk: what the office stands at, what waits, what runs out of time, what the groups do. It follows the office by itself.</summary>
public sealed partial class AdministratorDashboard : PortalPage, IDisposable
{
    private readonly List<IDisposable> _watches = [];
    private AdministratorSnapshot? _snapshot;
    private RankingSnapshot? _ranking;
    private PersonId _reader;

    [Inject]
    public required AdministratorDashboardService Desk { get; init; }

    [Inject]
    public required LiveFeed<AdministratorSnapshot> Feed { get; init; }

    [Inject]
    public required LiveFeed<RankingSnapshot> RankingFeed { get; init; }

    [Inject]
    public required IStringLocalizer<UiText> Frame { get; init; }

    private DeskFigures Figures => _snapshot!.Figures;

    private string? Lead => _snapshot is null ? null : Words.Day(_snapshot.Today);

    public void Dispose() => _watches.ForEach(watch => watch.Dispose());

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        _reader = await Desk.EnterAsync();
        if (RendererInfo.IsInteractive)
        {
            // Watched before the latest is read, so that nothing falls between.
            _watches.Add(Feed.Watch(snapshot => InvokeAsync(() => ShowAsync(snapshot))));
            _watches.Add(RankingFeed.Watch(ranking => InvokeAsync(() => Show(ranking))));
        }

        _ranking = RankingFeed.Latest;
        await ShowAsync(Feed.Latest);
    });

    private static string Number(int figure) => figure.ToString("N0", CultureInfo.CurrentCulture);

    private async Task ShowAsync(AdministratorSnapshot? published)
    {
        var snapshot = published?.IsFor(_reader) == true ? published : await Desk.CountAsync();
        if (_snapshot is { } shown && snapshot.AsOf <= shown.AsOf)
        {
            return;
        }

        var still = _snapshot?.SaysTheSameAs(snapshot) == true;
        _snapshot = snapshot;
        if (!still)
        {
            StateHasChanged();
        }
    }

    private void Show(RankingSnapshot ranking)
    {
        if (_ranking is { } shown && ranking.AsOf <= shown.AsOf)
        {
            return;
        }

        var still = _ranking?.SaysTheSameAs(ranking) == true;
        _ranking = ranking;
        if (!still)
        {
            StateHasChanged();
        }
    }
}
