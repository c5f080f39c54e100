using MudBlazor;

namespace Portal.Ui;

/// <summary>The portal's colours by day and by night, and the type that MudBlazor sets. One home: the style sheet is written from here.</summary>
public static class Theme
{
    private const string Fonts = "PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, system-ui, sans-serif";

    public static ThemeColours Light { get; } = new()
    {
        Ink = "#1B4F91",
        OnInk = "#FFFFFF",
        Surface = "#FFFFFF",
        Page = "#F5F7FA",
        Text = "#1B2430",
        SecondaryText = "#556070",
        Line = "#DDE3EA",
        Field = "#7A8696",
        Neutral = new("#3F4A59", "#EDF1F5"),
        Info = new("#1B4F91", "#E8F0FA"),
        Good = new("#1E6B3A", "#E6F4EA"),
        Warning = new("#8A5A00", "#FFF3D6"),
        Bad = new("#B3261E", "#FDECEA"),
        Worn = new("#7A4A2B", "#F6EBE3"),
    };

    public static ThemeColours Dark { get; } = new()
    {
        Ink = "#8AB4F0",
        OnInk = "#0E1A2B",
        Surface = "#1A1F27",
        Page = "#12161C",
        Text = "#E6EAF0",
        SecondaryText = "#A7B1BF",
        Line = "#2C3440",
        Field = "#76839A",
        Neutral = new("#C6CFDB", "#262D38"),
        Info = new("#8AB4F0", "#1B2A40"),
        Good = new("#7FD693", "#17301E"),
        Warning = new("#FFCF70", "#3A2E10"),
        Bad = new("#FF8A80", "#3B1F1E"),
        Worn = new("#E0B08C", "#35271D"),
    };

    /// <summary>What MudBlazor is told; sizes are the tokens of tokens.css, so that 长辈模式 reaches its components too.</summary>
    public static MudTheme ForMudBlazor(ThemeColours colours) => new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = colours.Ink,
            PrimaryContrastText = colours.OnInk,
            Secondary = colours.SecondaryText,
            SecondaryContrastText = colours.Surface,
            Tertiary = colours.Worn.Ink,
            TertiaryContrastText = colours.Worn.Fill,
            Info = colours.Info.Ink,
            InfoContrastText = colours.Info.Fill,
            Success = colours.Good.Ink,
            SuccessContrastText = colours.Good.Fill,
            Warning = colours.Warning.Ink,
            WarningContrastText = colours.Warning.Fill,
            Error = colours.Bad.Ink,
            ErrorContrastText = colours.Bad.Fill,
            Dark = colours.Text,
            DarkContrastText = colours.Surface,
            TextPrimary = colours.Text,
            TextSecondary = colours.SecondaryText,
            TextDisabled = colours.SecondaryText,
            ActionDefault = colours.SecondaryText,
            ActionDisabled = colours.SecondaryText,
            ActionDisabledBackground = colours.Line,
            Surface = colours.Surface,
            Background = colours.Page,
            BackgroundGray = colours.Page,
            DrawerBackground = colours.Surface,
            DrawerText = colours.Text,
            DrawerIcon = colours.SecondaryText,
            AppbarBackground = colours.Surface,
            AppbarText = colours.Text,
            LinesDefault = colours.Line,
            LinesInputs = colours.Field,
            TableLines = colours.Line,
            TableStriped = colours.Page,
            TableHover = colours.Page,
            Divider = colours.Line,
            DividerLight = colours.Line,
            Skeleton = colours.Line,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = Type(),
    };

    private static Typography Type()
    {
        var type = new Typography();
        BaseTypography[] body = [type.Default, type.Body1, type.Subtitle1, type.Button];
        BaseTypography[] small = [type.Body2, type.Subtitle2, type.Caption, type.Overline];
        BaseTypography[] titles = [type.H1, type.H2, type.H3, type.H4, type.H5, type.H6];
        foreach (var (styles, size) in new[] { (body, "var(--text-size)"), (small, "var(--text-small)"), (titles, "var(--title-size)") })
        {
            foreach (var style in styles)
            {
                style.FontFamily = Fonts.Split(", ");
                style.FontSize = size;
                style.LineHeight = "1.5";
                style.LetterSpacing = "normal";
                style.TextTransform = "none";
            }
        }

        foreach (var title in titles)
        {
            title.FontWeight = "600";
        }

        return type;
    }
}
