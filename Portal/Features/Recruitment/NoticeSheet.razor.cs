using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment;

/// <summary>A notice as the public reads it: names, units, categories and its days; no number, no address, no day of birth.</summary>
public sealed partial class NoticeSheet
{
    [Parameter]
    public string? Number { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Body { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<NoticePerson> People { get; set; }

    /// <summary>Who signs it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Authority { get; set; }

    /// <summary>The day of publication; <c>null</c> before it.</summary>
    [Parameter]
    public DateOnly? FirstDay { get; set; }

    [Parameter]
    public DateOnly? LastDay { get; set; }
}
