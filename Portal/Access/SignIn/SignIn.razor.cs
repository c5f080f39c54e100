using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Access.SignIn;

/// <summary>The way in. A static page: there is no circuit before somebody is signed in.</summary>
public sealed partial class SignIn
{
    private IReadOnlyList<Persona>? _people;

    [Inject]
    public required Personas Personas { get; init; }

    [Inject]
    public required Words Words { get; init; }

    [SupplyParameterFromQuery(Name = "back")]
    public string? Back { get; set; }

    [SupplyParameterFromQuery(Name = "failed")]
    public bool Failed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Personas.IsOpen)
        {
            _people = await Personas.ListAsync(CancellationToken.None);
        }
    }
}
