using Portal.Domain.People;

namespace Portal.Ui.Charts;

/// <summary>How the numbers are drawn. No pies: four groups are read more truly from bars.</summary>
public enum ChartKind
{
    Column,
    StackedColumn,
    Bar,
    StackedBar,
    Line,
}

/// <summary>A chart as data: the same model is drawn, tabled and printed.</summary>
/// <param name="CategoryTitle">What the categories are (月份, 经办机构): head of the table's first column.</param>
public sealed record ChartModel(ChartKind Kind, string CategoryTitle, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>What the numbers are, written along the axis.</summary>
    public string? ValueTitle { get; init; }

    /// <summary>Stands behind each number: %, 天, 分.</summary>
    public string Unit { get; init; } = "";

    public int Decimals { get; init; }

    /// <summary>The axis ends here (100 for percentages); as the data demand when nothing is said.</summary>
    public decimal? Highest { get; init; }

    public bool IsEmpty => Series.All(series => series.Values.All(value => value is null or 0));
}

/// <summary>One row of numbers, one for each category; a missing number is a gap, not a zero.</summary>
/// <param name="Colour">One of <see cref="ChartColours"/>.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string Colour)
{
    /// <summary>The list behind each number; picked from the picture or from the table.</summary>
    public IReadOnlyList<string?> Links { get; init; } = [];

    public string? LinkAt(int index) => index < Links.Count ? Links[index] : null;
}

/// <summary>Colours by what they mean, as names of the style sheet, so that a theme changes them without the server.</summary>
public static class ChartColours
{
    public const string Main = "--ink";
    public const string Previous = "--field";
    public const string InTime = "--good";
    public const string DueSoon = "--warning";
    public const string Overdue = "--bad";
    public const string ClosedInTime = "--info";
    public const string ClosedLate = "--worn";

    public static string Of(SourceCategory group) => $"--group-{(int)group + 1}";
}
