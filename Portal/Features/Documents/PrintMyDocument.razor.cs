using Microsoft.AspNetCore.Components;
using Portal.Domain.Documents;
using Portal.Ui;

namespace Portal.Features.Documents;

/// <summary>One's own document for the printer, without a circuit.</summary>
public sealed partial class PrintMyDocument : PortalPage
{
    private OfficialPaper? _paper;

    [Inject]
    public required DocumentService Documents { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () => _paper = await Documents.GetMineAsync(IssuedDocumentId.From(Key)) is { } document ? OfficialPaper.Of(document) : null);
        if (_paper is null)
        {
            Addresses.NotFound();
        }
    }
}
