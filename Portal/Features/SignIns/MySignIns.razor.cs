using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Data.SignIns;
using Portal.Ui;

namespace Portal.Features.SignIns;

/// <summary>When and with what one's own account was used.</summary>
public sealed partial class MySignIns : LivePage
{
    private IReadOnlyList<SignInRow>? _rows;

    [Inject]
    public required SignInHistoryService SignIns { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    protected override async Task ReloadAsync() => _rows = await SignIns.MineAsync();

    private async Task EndAsync(SessionId id)
    {
        if (await AttemptAsync(() => SignIns.EndAsync(id)))
        {
            Snackbar.Add(Text[nameof(SignInsText.Ended)], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
    }
}
