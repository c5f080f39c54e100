using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.Documents;

/// <summary>The words of each kind of document, in the edition that holds now.</summary>
public sealed partial class TemplateList : PortalPage
{
    private IReadOnlyList<TemplateRow>? _templates;

    [Inject]
    public required DocumentTemplateService Templates { get; init; }

    protected override Task OnInitializedAsync() => AttemptAsync(async () => _templates = await Templates.ListAsync());
}
