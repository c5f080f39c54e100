using Microsoft.AspNetCore.Components;

namespace Portal.Features.Documents;

/// <summary>A document on a sheet of A4 as the standard for official documents lays it out; the seal is put on by hand, over authority and day.</summary>
public sealed partial class OfficialSheet
{
    [Parameter]
    [EditorRequired]
    public required OfficialPaper Paper { get; set; }
}
