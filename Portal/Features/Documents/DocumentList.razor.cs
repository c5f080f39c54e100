using Microsoft.AspNetCore.Components;
using Portal.Data;
using Portal.Ui.Lists;

namespace Portal.Features.Documents;

/// <summary>The register: every document that was issued, void ones under their numbers, and the numbers that none bears.</summary>
public sealed partial class DocumentList : ListPage<DocumentRow>
{
    private RegisterFacts _facts = new([], []);

    [Inject]
    public required DocumentService Documents { get; init; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "void")]
    public string? Void { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    private DocumentFilter Shown => DocumentFilter.From(Kind, Year, Void, Search);

    protected override async Task<PageOf<DocumentRow>> LoadAsync()
    {
        _facts = await Documents.FactsAsync(Shown.Year);
        return await Documents.ListAsync(Shown, Paging);
    }
}
