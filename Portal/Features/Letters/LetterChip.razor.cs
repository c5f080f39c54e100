using Microsoft.AspNetCore.Components;

namespace Portal.Features.Letters;

/// <summary>How a letter stands.</summary>
public sealed partial class LetterChip
{
    [Parameter]
    [EditorRequired]
    public LetterStanding Standing { get; set; }
}
