using Microsoft.AspNetCore.Components;

namespace Portal.Features.Activities;

/// <summary>Any number of agencies, found by a part of their name. What was chosen stays in sight, whatever is looked for.</summary>
public sealed partial class AgencyPicker
{
    private string _find = "";

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<NamedChoice> Agencies { get; set; }

    /// <summary>Changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required List<Guid> Chosen { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private List<NamedChoice> Found =>
        [.. Agencies.Where(a => Chosen.Contains(a.Id) || a.Name.Contains(_find.Trim(), StringComparison.CurrentCultureIgnoreCase))];

    private Task ToggleAsync(Guid agency)
    {
        if (!Chosen.Remove(agency))
        {
            Chosen.Add(agency);
        }

        return OnChanged.InvokeAsync();
    }
}
