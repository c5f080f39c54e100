using Microsoft.AspNetCore.Components;
using Portal.Domain.Rules;

namespace Portal.Ui.Components;

/// <summary>What cannot be done now, each with its reason and article. Folded away: what can be done comes first, and a reason must be reachable by touch and keyboard.</summary>
public sealed partial class ImpossibleActs
{
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ImpossibleAct> Acts { get; set; }
}

/// <summary>An act that is not possible now.</summary>
/// <param name="Name">Tells it from the others on the page.</param>
/// <param name="Words">The words that its button would have.</param>
public sealed record ImpossibleAct(string Name, string Words, RuleViolation Why);
