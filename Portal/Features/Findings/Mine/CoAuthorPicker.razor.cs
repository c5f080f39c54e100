using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>Other supervisors who file it too, found by name. Folded away: most people file alone.</summary>
public sealed partial class CoAuthorPicker
{
    /// <summary>Names that are shown before anything is looked for; a city may have hundreds.</summary>
    private const int Shown = 40;

    private string _find = "";

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CoAuthorChoice> Choices { get; set; }

    /// <summary>Changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required List<Guid> Chosen { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    // Who was chosen stays in sight, whatever is looked for.
    private List<CoAuthorChoice> Found =>
    [
        .. Choices.Where(c => Chosen.Contains(c.Id)),
        .. Choices.Where(c => !Chosen.Contains(c.Id) && c.Name.Contains(_find.Trim(), StringComparison.CurrentCultureIgnoreCase)).Take(Shown),
    ];

    private Task ToggleAsync(Guid person)
    {
        if (!Chosen.Remove(person))
        {
            Chosen.Add(person);
        }

        return OnChange.InvokeAsync();
    }
}
