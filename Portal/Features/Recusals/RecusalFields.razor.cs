using Microsoft.AspNetCore.Components;
using Portal.Domain.Recusals;

namespace Portal.Features.Recusals;

/// <summary>What is stepped aside from, on which ground and why: the same whoever puts it on record.</summary>
public sealed partial class RecusalFields
{
    [Parameter]
    [EditorRequired]
    public required RecusalForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required RecusalChoices Choices { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<string, string?> ErrorOf { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>The form is filled in about somebody else.</summary>
    [Parameter]
    public bool AboutOther { get; set; }

    private Task ChooseKind(RecusalMatterKind kind)
    {
        Form.Kind = kind;
        Form.Matter = null;
        return OnChanged.InvokeAsync();
    }

    private Task ChooseGround(RecusalGround ground)
    {
        Form.Ground = ground;
        return OnChanged.InvokeAsync();
    }

    private string? Invalid(string field) => ErrorOf(field) is null ? null : "true";
}
