using Microsoft.AspNetCore.Components;

namespace Portal.Features.Supervisors;

/// <summary>A person's terms of office, the latest first (Article 17).</summary>
public sealed partial class TermTable
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TermRow> Terms { get; set; }
}
