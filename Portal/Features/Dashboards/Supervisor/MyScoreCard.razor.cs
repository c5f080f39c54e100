using Microsoft.AspNetCore.Components;
using Portal.Live;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>The reader's own provisional score and rank in their group (Article 16), and the way to why.</summary>
public sealed partial class MyScoreCard : PortalPage, IDisposable
{
    private ScoreOnHome? _score;
    private IDisposable? _watch;

    [Inject]
    public required MyScoreService Scores { get; init; }

    [Inject]
    public required LiveFeed<ScoresOfYear> Counted { get; init; }

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _watch = Counted.Watch(_ => InvokeAsync(async () =>
            {
                await AttemptAsync(ReloadAsync);
                StateHasChanged();
            }));
        }

        await AttemptAsync(ReloadAsync);
    }

    private string Standing(MyScore score) => score.RankInGroup is { } rank
        ? Text[nameof(SupervisorHomeText.Score_Rank), Frame[GroupMark.TextKey(score.Group)], rank, score.RankedInGroup]
        : Text[nameof(SupervisorHomeText.Score_Unranked), string.Join("；", score.WhyUnranked.Select(why => Words.Of(why)))];

    private async Task ReloadAsync() => _score = await Scores.GetAsync();
}
