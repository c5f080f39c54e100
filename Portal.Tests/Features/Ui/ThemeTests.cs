using System.Globalization;
using Portal.Ui;

namespace Portal.Tests.Features.Ui;

public sealed class ThemeTests
{
    public static TheoryData<string, string, string> WordsOnGrounds
    {
        get
        {
            var pairs = new TheoryData<string, string, string>();
            foreach (var (name, theme) in new[] { ("light", Theme.Light), ("dark", Theme.Dark) })
            {
                foreach (var ground in new[] { theme.Surface, theme.Page })
                {
                    pairs.Add($"{name} text", theme.Text, ground);
                    pairs.Add($"{name} second text", theme.SecondaryText, ground);
                    pairs.Add($"{name} link", theme.Ink, ground);
                }

                pairs.Add($"{name} button", theme.OnInk, theme.Ink);
                pairs.Add($"{name} link on its hover", theme.Ink, theme.Info.Fill);
                foreach (var tone in Enum.GetValues<Tone>())
                {
                    pairs.Add($"{name} {tone}", theme.Of(tone).Ink, theme.Of(tone).Fill);
                    pairs.Add($"{name} {tone} alone", theme.Of(tone).Ink, theme.Surface);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(WordsOnGrounds))]
    public void Words_can_be_read_on_their_ground(string what, string ink, string ground) =>
        Assert.True(Contrast(ink, ground) >= 4.5, $"{what}: {Contrast(ink, ground):F2}");

    [Fact]
    public void The_measure_itself_is_right()
    {
        Assert.Equal(21, Contrast("#000000", "#FFFFFF"), 1);
        Assert.True(Contrast("#999999", "#FFFFFF") < 4.5);
    }

    [Fact]
    public void The_sheet_holds_both_themes_and_paper_gets_the_light_one()
    {
        var sheet = ThemeSheet.Css;

        Assert.Contains("--mud-palette-primary: rgba(27,79,145,1)", sheet, StringComparison.Ordinal);
        Assert.Contains("@media screen{html[data-theme=dark]{", sheet, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark){html[data-theme=system]{", sheet, StringComparison.Ordinal);
        Assert.Equal(2, sheet.Split("--mud-palette-primary: rgba(138,180,240,1)").Length - 1);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var (r, g, b) = (Channel(colour, 1), Channel(colour, 3), Channel(colour, 5));
        return (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
    }

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
