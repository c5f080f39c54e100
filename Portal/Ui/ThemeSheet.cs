using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MudBlazor;
using Portal.Domain.People;

namespace Portal.Ui;

/// <summary>
/// Writes both themes as one style sheet. The browser picks by <c>data-theme</c> on the root element, so that
/// “as the system” is right at the first paint, switching needs no circuit, and paper is always printed by day.
/// </summary>
internal sealed class ThemeSheet : MudThemeProvider
{
    private static readonly Lazy<string> s_css = new(Write);

    private static readonly Lazy<string> s_version = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..12]);

    public static string Css => s_css.Value;

    public static string Version => s_version.Value;

    private static string Write()
    {
        var sheet = new StringBuilder();
        var dark = Palette(Ui.Theme.Dark);
        sheet.Append(":root{color-scheme:light;").Append(Tokens(Ui.Theme.Light)).Append(Variables(Ui.Theme.Light)).Append("}\n");
        sheet.Append("@media screen{html[data-theme=dark]{").Append(dark).Append("}}\n");
        sheet.Append("@media screen and (prefers-color-scheme:dark){html[data-theme=system]{").Append(dark).Append("}}\n");
        return sheet.ToString();
    }

    private static string Palette(ThemeColours colours)
    {
        var palette = Variables(colours).Split('\n').Where(line => line.StartsWith("--mud-palette", StringComparison.Ordinal));
        return $"color-scheme:dark;{Tokens(colours)}{string.Join('\n', palette)}";
    }

    private static string Variables(ThemeColours colours)
    {
        var variables = new StringBuilder();
        new ThemeSheet { Theme = Ui.Theme.ForMudBlazor(colours) }.GenerateTheme(variables);
        return variables.ToString().ReplaceLineEndings("\n");
    }

    private static string Tokens(ThemeColours colours)
    {
        var tokens = new StringBuilder();
        tokens.Append(CultureInfo.InvariantCulture, $"--ink:{colours.Ink};--on-ink:{colours.OnInk};--surface:{colours.Surface};--page:{colours.Page};");
        tokens.Append(CultureInfo.InvariantCulture, $"--text:{colours.Text};--text-2:{colours.SecondaryText};--line:{colours.Line};--field:{colours.Field};");
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var name = tone.ToString().ToLowerInvariant();
            tokens.Append(CultureInfo.InvariantCulture, $"--{name}:{colours.Of(tone).Ink};--{name}-fill:{colours.Of(tone).Fill};");
        }

        foreach (var group in Enum.GetValues<SourceCategory>())
        {
            tokens.Append(CultureInfo.InvariantCulture, $"--group-{(int)group + 1}:{ThemeColours.Of(group)};");
        }

        return tokens.ToString();
    }
}
