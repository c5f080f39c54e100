using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Credentials;
using Portal.Ui;

namespace Portal.Features.Letters;

/// <summary>Letters on sensitive matters that wait for leadership: a part of the page of approvals.</summary>
public sealed partial class LetterApprovals : PortalPage
{
    private IReadOnlyList<LetterFile>? _files;
    private IntroductionLetterId? _refusing;
    private bool _sending;

    [Inject]
    public required LetterService Letters { get; init; }

    /// <summary>How many wait, for the page that this is a part of.</summary>
    [Parameter]
    public EventCallback<int> OnCount { get; set; }

    protected override Task OnInitializedAsync() => AttemptAsync(ReloadAsync);

    private async Task ReloadAsync()
    {
        _files = await Letters.WaitingAsync();
        await OnCount.InvokeAsync(_files.Count);
    }

    private Task<bool> ApproveAsync(LetterFile file) => DecideAsync(() => Letters.ApproveAsync(file.Id, file.Version), nameof(LetterText.Issued));

    private Task<bool> SendBackAsync(LetterFile file, string reason) => DecideAsync(() => Letters.SendBackAsync(file.Id, file.Version, reason), nameof(LetterText.SentBack));

    private async Task<bool> DecideAsync(Func<Task> decide, string doneKey)
    {
        _sending = true;
        var decided = await AttemptAsync(decide);
        if (decided)
        {
            Snackbar.Add(Text[doneKey], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
        return decided;
    }
}
