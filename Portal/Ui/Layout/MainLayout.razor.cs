using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Portal.Ui.Layout;

/// <summary>The frame of everyone who is signed in. Plain elements throughout: a menu costs a circuit nothing.</summary>
public sealed partial class MainLayout
{
    private ClaimsPrincipal _person = new();
    private IReadOnlyList<NavigationEntry> _entries = [];
    private string _here = LocalAddress.Home;
    private PortalErrorBoundary? _boundary;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [CascadingParameter]
    public ViewPreferences View { get; set; } = new();

    [Inject]
    public required NavigationManager Address { get; init; }

    [Inject]
    public required PortalNotices Notices { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        _here = LocalAddress.Of(Address.Uri);
        _boundary?.Recover();
        _person = (await Authentication).User;
        _entries = Navigation.For(_person);
    }

    /// <summary>Of two entries that match (首页 apart), the longer one is where we are.</summary>
    private string? Current(NavigationEntry entry)
    {
        var path = _here.Split('?')[0];
        var best = _entries.Where(e => e.IsUnder(path)).MaxBy(e => e.Href.Length);
        return entry == best ? "page" : null;
    }
}
