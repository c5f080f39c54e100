using Microsoft.AspNetCore.Components;

namespace Portal.Features.Findings.Mine;

/// <summary>Step one: which unit. A unit that the author stands too near to is shown, with the reason why it cannot be chosen.</summary>
public sealed partial class UnitStep
{
    [Parameter]
    [EditorRequired]
    public required FindingForm Form { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<UnitChoice> Choices { get; set; }

    [Parameter]
    [EditorRequired]
    public required FindingErrors Errors { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    private Task ChooseAsync(Guid? agency)
    {
        Form.Agency = agency;
        Form.IsOtherUnit = agency is null;
        return OnChange.InvokeAsync();
    }
}
