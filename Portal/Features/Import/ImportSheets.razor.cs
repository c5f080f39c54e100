using Microsoft.AspNetCore.Components;

namespace Portal.Features.Import;

/// <summary>What was recognised of each sheet and what would become of its rows.</summary>
public sealed partial class ImportSheets
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<SheetReport> Sheets { get; set; }
}
