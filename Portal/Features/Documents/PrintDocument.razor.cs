using Microsoft.AspNetCore.Components;
using Portal.Domain.Documents;
using Portal.Ui;

namespace Portal.Features.Documents;

/// <summary>A document for the printer, without a circuit.</summary>
public sealed partial class PrintDocument : PortalPage
{
    private OfficialPaper? _paper;

    [Inject]
    public required DocumentService Documents { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () => _paper = await Documents.GetAsync(IssuedDocumentId.From(Key)) is { } file ? OfficialPaper.Of(file.Document) : null);
        if (_paper is null)
        {
            Addresses.NotFound();
        }
    }
}
