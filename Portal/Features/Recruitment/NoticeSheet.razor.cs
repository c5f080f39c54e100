using Microsoft.AspNetCore.Components;

namespace Portal.Features.Recruitment;

/// <summary>A notice as the public reads it: names, units, categories and its days; nobody's number, address or day of birth.</summary>
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

    /// <summary>Who signs it, and where the public reaches the section.</summary>
    [Parameter]
    [EditorRequired]
    public required NoticeOffice Office { get; set; }

    /// <summary>The day of publication; <c>null</c> before it.</summary>
    [Parameter]
    public DateOnly? FirstDay { get; set; }

    [Parameter]
    public DateOnly? LastDay { get; set; }
}
