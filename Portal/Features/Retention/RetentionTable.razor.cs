using Microsoft.AspNetCore.Components;
using Portal.Retention;

namespace Portal.Features.Retention;

/// <summary>The schedule in words, with what is due by it.</summary>
public sealed partial class RetentionTable
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<RetentionReportLine> Lines { get; set; }
}
