using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Ui;

/// <summary>
/// How one person likes to see the portal. Kept in a cookie that the browser writes too (App.razor.js), so that the
/// prerendered page is right at once and a change needs no circuit.
/// </summary>
public sealed record ViewPreferences
{
    public const string Cookie = "portal-view";
    public const int SmallestText = 18;
    public const int LargestText = 30;

    public string Theme { get; init; } = "system";

    public bool Elder { get; init; }

    public int TextSize { get; init; } = SmallestText + 2;

    public bool NarrowNavigation { get; init; }

    /// <summary>Reads a cookie or query; what is unknown or out of range falls back to the default.</summary>
    public static ViewPreferences Parse(string? text, ViewPreferences? otherwise = null)
    {
        var view = otherwise ?? new ViewPreferences();
        var said = QueryHelpers.ParseQuery(text);
        return view with
        {
            Theme = said.TryGetValue("theme", out var theme) && theme.ToString() is "light" or "dark" or "system" ? theme.ToString() : view.Theme,
            Elder = said.TryGetValue("elder", out var elder) ? elder == "1" : view.Elder,
            TextSize = int.TryParse(said.GetValueOrDefault("size"), out var size) ? Even(size) : view.TextSize,
            NarrowNavigation = said.TryGetValue("nav", out var navigation) ? navigation == "icons" : view.NarrowNavigation,
        };
    }

    public override string ToString() =>
        $"theme={Theme}&elder={(Elder ? 1 : 0)}&size={TextSize}&nav={(NarrowNavigation ? "icons" : "words")}";

    /// <summary>The style sheet knows the even sizes.</summary>
    private static int Even(int size) => Math.Clamp(size, SmallestText, LargestText) / 2 * 2;
}
