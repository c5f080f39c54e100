using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Portal.Features.Dashboards;

/// <summary>The first page: each role's own. The claim only picks the page; what is shown on it, the services decide.</summary>
public sealed partial class Home
{
    private ClaimsPrincipal _person = new();

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The year that leadership looks at; this one unless the address says another.</summary>
    [SupplyParameterFromQuery(Name = "year")]
    public int? Year { get; set; }

    protected override async Task OnParametersSetAsync() => _person = (await Authentication).User;
}
