using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Portal.Ui;

public sealed partial class App
{
    private static readonly string s_mudVersion = typeof(MudTheme).Assembly.GetName().Version!.ToString(3);

    private ViewPreferences _view = new();

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Pages for people without an account, and error pages, need no circuit and get no script of it.</summary>
    private InteractiveServerRenderMode? PageMode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    protected override void OnInitialized() => _view = ViewPreferences.Parse(Http.Request.Cookies[ViewPreferences.Cookie]);
}
