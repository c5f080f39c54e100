using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Documents;

/// <summary>What was issued to a supervisor, as part of the page of their own office.</summary>
public sealed partial class MyDocuments : PortalPage
{
    private IReadOnlyList<DocumentRow>? _own;

    [Inject]
    public required DocumentService Documents { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(async () => _own = await Documents.MineAsync());
}
