using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Ui;

namespace Portal.Features.Findings;

/// <summary>The matter: what was reported, what was found, what had to be put right, what the author was told.</summary>
public sealed partial class FindingMatter
{
    [Parameter]
    [EditorRequired]
    public required FindingDetails Shown { get; set; }

    private Finding Matter => Shown.Finding;

    private string YesNo(bool value) => Text[value ? nameof(FindingText.Yes) : nameof(FindingText.No)];

    private RenderFragment? Date(string key, DateOnly? day) => day is not { } known ? null : builder =>
    {
        builder.OpenElement(0, "dt");
        builder.AddContent(1, (string)Text[key]);
        builder.CloseElement();
        builder.OpenElement(2, "dd");
        builder.AddContent(3, Words.Day(known));
        builder.CloseElement();
    };
}
