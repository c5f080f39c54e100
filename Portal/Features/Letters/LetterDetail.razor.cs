using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Credentials;
using Portal.Domain.Rules;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Letters;

/// <summary>One letter of introduction, where it stands, and the acts that are possible now.</summary>
public sealed partial class LetterDetail : LivePage
{
    private LetterFile? _file;
    private Asking _asking;
    private bool _sending;

    private enum Asking
    {
        Nothing,
        SendBack,
        Use,
        Return,
        Revoke,
    }

    [Inject]
    public required LetterService Letters { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private IntroductionLetterId Id => IntroductionLetterId.From(Key);

    private List<ImpossibleAct> Impossible => _file is not { } file ? [] :
    [
        .. Off(file.CanManage, nameof(LetterText.Issue), file.WhyNotIssue),
        .. Off(file.CanDecide, nameof(LetterText.Approve), file.WhyNotApprove),
        .. Off(file.CanManage, nameof(LetterText.Use_Act), file.WhyNotUse),
        .. Off(file.CanManage, nameof(LetterText.Revoke_Act), file.WhyNotRevoke),
    ];

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_file is null)
        {
            Addresses.NotFound();
        }
    }

    protected override async Task ReloadAsync() => _file = await Letters.GetAsync(Id);

    private IEnumerable<ImpossibleAct> Off(bool theirs, string words, RuleViolation? why) => theirs && why is not null ? [new ImpossibleAct(words, Text[words], why)] : [];

    private Task<bool> IssueAsync() => ActAsync(version => Letters.IssueAsync(Id, version), nameof(LetterText.Issued));

    private Task<bool> ApproveAsync() => ActAsync(version => Letters.ApproveAsync(Id, version), nameof(LetterText.Issued));

    private Task<bool> SayAsync(string words) => _asking switch
    {
        Asking.SendBack => ActAsync(version => Letters.SendBackAsync(Id, version, words), nameof(LetterText.SentBack)),
        Asking.Use => ActAsync(version => Letters.MarkUsedAsync(Id, version, words), nameof(LetterText.Used)),
        Asking.Return => ActAsync(version => Letters.ReturnAsync(Id, version, words), nameof(LetterText.Returned)),
        _ => ActAsync(version => Letters.RevokeAsync(Id, version, words), nameof(LetterText.Revoked)),
    };

    private async Task<bool> ActAsync(Func<int, Task> act, string doneKey)
    {
        _sending = true;
        var done = await AttemptAsync(() => act(_file!.Version));
        if (done)
        {
            Snackbar.Add(Text[doneKey], Severity.Success);
        }

        await AttemptAsync(ReloadAsync);
        _sending = false;
        return done;
    }
}
