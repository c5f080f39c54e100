using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Layout;

/// <summary>Name, search, live indicator, how it looks, who I am. Every switch is a link too, for a browser without script.</summary>
public sealed partial class TopBar
{
    private static readonly string[] s_themes = ["light", "dark", "system"];

    /// <summary>Nobody on pages that need no account.</summary>
    [Parameter]
    public ClaimsPrincipal? Person { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Here { get; set; }

    [CascadingParameter]
    public ViewPreferences View { get; set; } = new();

    /// <summary>A page to be printed, or for people without an account, has no circuit and says nothing of one.</summary>
    private bool IsLive => RendererInfo.IsInteractive || AssignedRenderMode is not null;

    private static string OtherLanguage => CultureInfo.CurrentUICulture.Name == UiSetup.English ? UiSetup.Chinese : UiSetup.English;

    private static string Word(bool pressed) => pressed ? "true" : "false";

    private string Preference(string name, string value) => $"/preference?{name}={value}&back={Uri.EscapeDataString(Here)}";
}
