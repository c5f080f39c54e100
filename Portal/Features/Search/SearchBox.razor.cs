using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Ui;

namespace Portal.Features.Search;

/// <summary>The search box of the frame: looks a moment after the last letter, is worked by keyboard alone, closes when it is left.</summary>
public sealed partial class SearchBox : PortalPage, IDisposable
{
    /// <summary>Nobody types slower than this within a word.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly string _list = $"search-{Guid.CreateVersion7():n}";
    private string _typed = "";
    private string? _looked;
    private IReadOnlyList<SearchHit>? _hits;
    private int _active = -1;
    private bool _closed;
    private CancellationTokenSource? _waiting;

    [Inject]
    public required SearchService Search { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private bool IsOpen => _hits is not null && !_closed;

    public void Dispose() => StopWaiting();

    private async Task TypedAsync(ChangeEventArgs typed)
    {
        _typed = typed.Value as string ?? "";
        _closed = false;
        StopWaiting();
        if (SearchTerm.From(_typed) is not { } text)
        {
            _hits = null;
            return;
        }

        using var waiting = _waiting = new CancellationTokenSource();
        try
        {
            await Task.Delay(Moment, Clock, waiting.Token);
            await AttemptAsync(async () =>
            {
                _hits = await Search.FindAsync(text, waiting.Token);
                _looked = text;
                _active = -1;
            });
        }
        catch (OperationCanceledException)
        {
            // Another letter came, or the page closed.
        }
        finally
        {
            if (_waiting == waiting)
            {
                _waiting = null;
            }
        }
    }

    private void Key(KeyboardEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown":
                Move(1);
                break;
            case "ArrowUp":
                Move(-1);
                break;
            case "Enter" when IsOpen && _hits!.Count > 0:
                Go(_hits[Math.Max(0, _active)]);
                break;
            case "Escape":
                Close();
                break;
            default:
                break;
        }
    }

    // Past the end it goes on at the beginning.
    private void Move(int step)
    {
        Open();
        if (_hits is { Count: > 0 } hits)
        {
            _active = _active < 0 ? (step > 0 ? 0 : hits.Count - 1) : (_active + step + hits.Count) % hits.Count;
        }
    }

    private void Go(SearchHit hit)
    {
        StopWaiting();
        _typed = "";
        _hits = null;
        Navigation.NavigateTo(hit.Href);
    }

    private void Open() => _closed = false;

    private void Close()
    {
        _closed = true;
        _active = -1;
    }

    private void StopWaiting() => _waiting?.Cancel();

    private int IndexOf(SearchHit hit)
    {
        var hits = _hits!;
        for (var i = 0; i < hits.Count; i++)
        {
            if (ReferenceEquals(hits[i], hit))
            {
                return i;
            }
        }

        return -1;
    }

    private string OptionId(int index) => $"{_list}-{index}";

    private string Detail(SearchHit hit) => string.Join(" · ", new[]
    {
        hit.State is { } state ? Words.Of(state) : null,
        hit.Date is { } date ? Words.ShortDay(date) : null,
        hit.Detail,
    }.Where(part => part is not null));
}
