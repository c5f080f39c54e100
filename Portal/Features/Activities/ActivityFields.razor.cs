using Microsoft.AspNetCore.Components;
using Portal.Domain.Activities;

namespace Portal.Features.Activities;

/// <summary>The facts of an activity, typed when it is planned and when it is changed.</summary>
public sealed partial class ActivityFields
{
    [Parameter]
    [EditorRequired]
    public required ActivityForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<NamedChoice> Agencies { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<string, string?> ErrorOf { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>Something that decides who can be invited was changed: the day, the agencies, the places.</summary>
    [Parameter]
    public EventCallback OnInviteesChanged { get; set; }

    /// <summary>Who is invited, where that is asked.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Task ChooseKind(ActivityKind kind)
    {
        Form.Kind = kind;
        if (kind != ActivityKind.Supervision)
        {
            Form.Mode = null;
        }

        return OnChanged.InvokeAsync();
    }

    private Task ChooseMode(SupervisionMode mode)
    {
        Form.Mode = mode;
        return OnChanged.InvokeAsync();
    }

    private string? Invalid(string field) => ErrorOf(field) is null ? null : "true";
}
