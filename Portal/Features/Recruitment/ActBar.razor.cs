using Microsoft.AspNetCore.Components;
using Portal.Domain.Rules;
using Portal.Ui.Components;

namespace Portal.Features.Recruitment;

/// <summary>What can be done now as buttons, the first of them filled; what cannot is folded away with its reason and article.</summary>
public sealed partial class ActBar
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<OfferedAct> Acts { get; set; }

    [Parameter]
    public string? Opened { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    private List<OfferedAct> Possible => [.. Acts.Where(a => a.WhyNot is null)];

    private OfferedAct? Next => Possible.Find(a => a.LeadsOn);

    private List<ImpossibleAct> Impossible => [.. Acts.Where(a => a.WhyNot is not null).Select(a => new ImpossibleAct(a.Name, a.Words, a.WhyNot!))];
}

/// <summary>An act in words.</summary>
/// <param name="LeadsOn">Whether it moves the matter on, rather than back or to an end.</param>
public sealed record OfferedAct(string Name, string Words, RuleViolation? WhyNot, bool LeadsOn = true);
