using Microsoft.AspNetCore.Components;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Supervisors;

/// <summary>One supervisor's file: who, since when, and what they did.</summary>
public sealed partial class SupervisorDetail : PortalPage
{
    private SupervisorFile? _file;

    [Inject]
    public required SupervisorService Supervisors { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    public int? Year { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(async () => _file = await Supervisors.GetAsync(PersonId.From(Key), Year));
        if (_file is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task<string?> RevealAsync(string reason) => (await Supervisors.RevealAsync(PersonId.From(Key), reason))?.Number;
}
