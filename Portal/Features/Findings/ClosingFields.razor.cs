using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;

namespace Portal.Features.Findings;

/// <summary>The grade that the evaluation counts, and for a violation whether a reward is to be assessed (Article 15).</summary>
public sealed partial class ClosingFields
{
    [Parameter]
    [EditorRequired]
    public required FindingActForm Form { get; set; }

    [Parameter]
    public bool AsksForReward { get; set; }

    [Parameter]
    [EditorRequired]
    public required Func<string, string?> ErrorOf { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Task Choose(FindingGrade grade)
    {
        Form.Grade = grade;
        return OnChanged.InvokeAsync();
    }

    private Task Reward(bool reward)
    {
        Form.RewardCheck = reward;
        return OnChanged.InvokeAsync();
    }
}
