using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Components;

/// <summary>One step, in words already chosen for the reader.</summary>
public sealed record TimelineEntry(string When, string Title, string? Who = null, string? Reason = null, Tone Tone = Tone.Neutral);

/// <summary>What happened, newest as the caller ordered it, each step with its reason.</summary>
public sealed partial class Timeline
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TimelineEntry> Entries { get; set; }
}
