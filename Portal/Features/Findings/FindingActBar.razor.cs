using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Ui.Components;

namespace Portal.Features.Findings;

/// <summary>The section's acts: the possible ones as buttons, the others folded away with their reasons. The one next act stands in the head.</summary>
public sealed partial class FindingActBar
{
    [Parameter]
    [EditorRequired]
    public required FindingDetails Shown { get; set; }

    [Parameter]
    public FindingAct? Opened { get; set; }

    [Parameter]
    public EventCallback<FindingAct> OnOpen { get; set; }

    private List<FindingActChoice> Possible => [.. Shown.Acts.Where(a => a.WhyNot is null && a.Act != Shown.Next)];

    private List<ImpossibleAct> Impossible => [.. Shown.Acts.Where(a => a.WhyNot is not null).Select(a => new ImpossibleAct(a.Act.ToString(), Words.Of(a.Act), a.WhyNot!))];
}
