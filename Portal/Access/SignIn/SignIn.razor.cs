using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Access.SignIn;

/// <summary>The way in, and where every sign-in that came to nothing ends, in words. A static page: there is no circuit before somebody is signed in.</summary>
public sealed partial class SignIn
{
    private IReadOnlyList<Persona>? _people;
    private ProviderState _provider;
    private SignInProblem? _problem;

    [Inject]
    public required Personas Personas { get; init; }

    [Inject]
    public required IdentityProvider Provider { get; init; }

    [Inject]
    public required Words Words { get; init; }

    [SupplyParameterFromQuery(Name = "back")]
    public string? Back { get; set; }

    [SupplyParameterFromQuery(Name = "problem")]
    public string? Problem { get; set; }

    [SupplyParameterFromQuery(Name = "ended")]
    public bool Ended { get; set; }

    [SupplyParameterFromQuery(Name = "left")]
    public bool Left { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _problem = Enum.TryParse<SignInProblem>(Problem, out var problem) && Enum.IsDefined(problem) ? problem : null;
        _provider = await Provider.StateAsync();
        if (Personas.IsOpen)
        {
            _people = await Personas.ListAsync(CancellationToken.None);
        }
    }
}
