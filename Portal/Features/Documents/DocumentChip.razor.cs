using Microsoft.AspNetCore.Components;

namespace Portal.Features.Documents;

/// <summary>Whether a document stands.</summary>
public sealed partial class DocumentChip
{
    [Parameter]
    public bool IsVoid { get; set; }
}
