using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Documents;
using Portal.Ui;

namespace Portal.Features.Documents;

/// <summary>One document of the register: as issued, with what led to it and what may be done with it.</summary>
public sealed partial class DocumentDetail : LivePage
{
    private DocumentFile? _file;
    private bool _voiding;
    private bool _sending;

    [Inject]
    public required DocumentService Documents { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    private string? MatterHref => _file?.Document switch
    {
        { Kind: DocumentKind.PublicNotice or DocumentKind.NoticeResult, About: { } notice } => $"/recruitment/notices/{notice}",
        { Kind: DocumentKind.RecruitmentAnnouncement, About: { } batch } => $"/recruitment/{batch}",
        { Kind: DocumentKind.DismissalNotice, About: { } dismissal } => $"/dismissals/{dismissal}",
        { Kind: DocumentKind.IntroductionLetter, About: { } letter } => $"/letters/{letter}",
        { Person: { } person } => $"/supervisors/{person.Value}",
        _ => null,
    };

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(ReloadAsync);
        if (_file is null)
        {
            Addresses.NotFound();
        }
    }

    protected override async Task ReloadAsync() => _file = await Documents.GetAsync(IssuedDocumentId.From(Key));

    private async Task<bool> VoidAsync(string reason)
    {
        var done = await AttemptAsync(() => Documents.DeclareVoidAsync(_file!.Document.Id, _file.Document.Version, reason));
        await AttemptAsync(ReloadAsync);
        return done;
    }

    private async Task ReissueAsync()
    {
        _sending = true;
        IssuedDocumentId anew = default;
        if (await AttemptAsync(async () => anew = await Documents.ReissueAsync(_file!.Document.Id, _file.Document.Version)))
        {
            Snackbar.Add(Text[nameof(DocumentText.Reissued)], Severity.Success);
            Addresses.NavigateTo($"/documents/{anew}");
        }

        _sending = false;
    }
}
