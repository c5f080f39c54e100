using Microsoft.AspNetCore.Components;
using Portal.Retention;
using Portal.Ui;

namespace Portal.Features.Retention;

/// <summary>What is kept how long, what is due, what is held, and how the last nights went.</summary>
public sealed partial class RetentionPage : PortalPage
{
    private RetentionOverview? _overview;

    [Inject]
    public required RetentionService Retention { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task OnInitializedAsync() => ReloadAsync();

    private Task<bool> ReloadAsync() => AttemptAsync(async () => _overview = await Retention.GetAsync());

    private string Said(IReadOnlyList<RetentionRunLine> lines, Func<RetentionRunLine, int> count)
    {
        var said = lines.Where(l => count(l) > 0).Select(l => Text[nameof(RetentionText.RunLine), Words.Of(l.Class), count(l)].Value).ToList();
        return said.Count == 0 ? Text[nameof(RetentionText.None)] : string.Join(Text[nameof(RetentionText.ListSeparator)], said);
    }
}
