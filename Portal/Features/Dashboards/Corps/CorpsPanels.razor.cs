using Microsoft.AspNetCore.Components;
using Portal.Ui;
using Portal.Ui.Charts;

namespace Portal.Features.Dashboards.Corps;

/// <summary>The corps on a dashboard: what is to be remembered, whose terms end when, how it is composed. It follows the office by itself.</summary>
public sealed partial class CorpsPanels : PortalPage, IDisposable
{
    private CorpsSnapshot? _snapshot;
    private IDisposable? _watch;
    private bool _gone;

    [Inject]
    public required CorpsService Corps { get; init; }

    /// <summary>Leadership is told of less, and its links lead to what it may open.</summary>
    [Parameter]
    public bool ForLeadership { get; set; }

    private Alerts Told => ForLeadership ? _snapshot!.ForLeadership : _snapshot!.ForSection;

    private ChartModel Model => new(
        ChartKind.Column,
        Text[nameof(CorpsText.Ends_Month)],
        [.. _snapshot!.Ends.Select(NameOf)],
        [new ChartSeries(Text[nameof(CorpsText.Ends_Value)], [.. _snapshot.Ends.Select(m => (decimal?)m.Terms)], ChartColours.Main)])
    {
        ValueTitle = Text[nameof(CorpsText.Ends_Value)],
    };

    private string Says
    {
        get
        {
            var all = _snapshot!.Ends.Sum(m => m.Terms);
            var most = _snapshot.Ends.MaxBy(m => m.Terms)!;
            return all == 0 ? Text[nameof(CorpsText.Ends_SaysNone)] : Text[nameof(CorpsText.Ends_Says), all, NameOf(most), most.Terms];
        }
    }

    private IEnumerable<(string Title, IReadOnlyList<(string Name, int Count)> Rows)> Parts
    {
        get
        {
            var spread = _snapshot!.Composition;
            return
            [
                (Text[nameof(CorpsText.Part_Group)], [.. spread.Groups.Select(s => (Words.Of(s.Of), s.Count))]),
                (Text[nameof(CorpsText.Part_Age)], [.. spread.Ages.Select(s => (Words.Of(s.Of), s.Count))]),
                (Text[nameof(CorpsText.Part_District)], [.. spread.Districts.Select(s => (Words.Of(s.Of), s.Count))]),
                (Text[nameof(CorpsText.Part_Sex)], [.. spread.Sexes.Select(s => (Words.Of(s.Of), s.Count))]),
            ];
        }
    }

    public void Dispose()
    {
        _gone = true;
        _watch?.Dispose();
    }

    protected override Task OnInitializedAsync() => AttemptAsync(async () =>
    {
        // Watched before the latest is read, so that nothing falls between.
        if (RendererInfo.IsInteractive)
        {
            _watch = await Corps.WatchAsync(snapshot => InvokeAsync(() => Show(snapshot)));
        }

        Show(await Corps.GetAsync());
    });

    private string NameOf(MonthOfEnds ends) => Text[nameof(CorpsText.Ends_MonthName), ends.Month.Year, ends.Month.Month];

    private void Show(CorpsSnapshot snapshot)
    {
        if (_gone || (_snapshot is { } shown && snapshot.AsOf <= shown.AsOf))
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
}
