using Microsoft.AspNetCore.Components;

namespace Portal.Features.Letters;

/// <summary>What stands on a letter, on its own page and before leadership.</summary>
public sealed partial class LetterFacts
{
    [Parameter]
    [EditorRequired]
    public required LetterFile File { get; set; }
}
