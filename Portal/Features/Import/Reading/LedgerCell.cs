namespace Portal.Features.Import.Reading;

/// <summary>The value of one cell, without its formula and dress.</summary>
/// <param name="Text">As text; a number in plain digits.</param>
/// <param name="Date">The day, where the number is formatted as one.</param>
/// <param name="IsNumber">Whether the workbook keeps it as a number.</param>
/// <param name="IsError">A formula that failed.</param>
internal readonly record struct LedgerCell(string Text, DateOnly? Date = null, bool IsNumber = false, bool IsError = false);

/// <summary>The filled cells of one row by column, both counted from 1.</summary>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<int, LedgerCell> Cells);

/// <summary>One sheet, read anew from the file each time its rows are asked for.</summary>
internal sealed record SheetSource(string Name, Func<IEnumerable<SheetRow>> Rows);
