using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
using MudBlazor;
using Portal.Access;
using Portal.Access.Sessions;
using Portal.Configuration;

namespace Portal.Ui;

public sealed partial class App
{
    private static readonly string s_mudVersion = typeof(MudTheme).Assembly.GetName().Version!.ToString(3);

    private ViewPreferences _view = new();

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required OpenCircuits Circuits { get; init; }

    [Inject]
    public required IOptions<SignInOptions> SignIn { get; init; }

    /// <summary>Shown by the script when the page's circuit fails. Whether there is room for it is known now, and hardly changes until it asks.</summary>
    private string FailedWords => PortalClaims.AccountOf(Http.User) is { } account && Circuits.WhyNotOpen(account) is { } refusal
        ? Text[$"Circuit_{refusal}", SignIn.Value.CircuitsPerAccount]
        : Text[nameof(UiText.Circuit_Failed)];

    /// <summary>Pages for people without an account, and error pages, need no circuit and get no script of it.</summary>
    private InteractiveServerRenderMode? PageMode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    protected override void OnInitialized() => _view = ViewPreferences.Parse(Http.Request.Cookies[ViewPreferences.Cookie]);
}
