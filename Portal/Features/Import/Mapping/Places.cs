using Portal.Features.Import.Recognition;

namespace Portal.Features.Import.Mapping;

/// <summary>Points at a cell. Numbers of people are shown masked here too: the clerk has the workbook open beside it.</summary>
internal static class Places
{
    private const int ShownEnds = 2;

    public static ImportProblem Problem(RowPlace place, string column, string? value, ProblemCode code, ProblemSeverity severity, IReadOnlyList<object> arguments) =>
        new(code, severity, place.Layout.Name, place.Row, HeaderOf(place.Layout, column), column is LedgerColumns.IdNumber or LedgerColumns.Phone ? Masked(value) : value, arguments);

    private static string HeaderOf(SheetLayout layout, string column) =>
        layout.Columns.TryGetValue(column, out var number) ? layout.Headers[number]
        : column.Length > 0 && LedgerColumns.Of(layout.Sheet).Any(c => c.Key == column) ? LedgerWords.Headers(layout.Sheet, column)[0]
        : column;

    private static string? Masked(string? value) =>
        value is null || value.Length <= ShownEnds ? value : $"{value[0]}{new string('*', Math.Min(value.Length, 20) - ShownEnds)}{value[^1]}";
}
