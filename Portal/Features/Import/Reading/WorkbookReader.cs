using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Features.Import.Reading;

/// <summary>Reads values only, row by row, so that a sheet of thousands of rows is never in memory as a whole.</summary>
internal sealed partial class WorkbookReader : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly ImportOptions _limits;
    private readonly List<string> _strings;
    private readonly ExcelDates _dates;

    private WorkbookReader(SpreadsheetDocument document, WorkbookPart workbook, ImportOptions limits)
    {
        _document = document;
        _limits = limits;
        _dates = ExcelDates.Of(workbook);
        _strings = SharedStrings(workbook.SharedStringTablePart, limits);
        Sheets =
        [
            .. workbook.Workbook!.Sheets?.Elements<Sheet>()
                .Where(s => s.Id?.Value is not null)
                .Select(s => (Sheet: s, Part: workbook.GetPartById(s.Id!.Value!) as WorksheetPart))
                .Where(s => s.Part is not null)
                .Select(s => new SheetSource(s.Sheet.Name?.Value ?? "", () => Rows(s.Part!, s.Sheet.Name?.Value ?? ""))) ?? [],
        ];
    }

    public IReadOnlyList<SheetSource> Sheets { get; }

    /// <exception cref="WorkbookRefusedException">The file is no workbook inside, or too much of one.</exception>
    public static T Read<T>(Stream file, ImportOptions limits, Func<WorkbookReader, T> read)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            var workbook = document.WorkbookPart;
            if (workbook?.Workbook is null)
            {
                throw new WorkbookRefusedException(ProblemCode.FileIsNoWorkbook);
            }

            using var reader = new WorkbookReader(document, workbook, limits);
            return read(reader);
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or ArgumentOutOfRangeException or KeyNotFoundException or FormatException)
        {
            throw new WorkbookRefusedException(ProblemCode.FileIsDamaged);
        }
    }

    public void Dispose() => _document.Dispose();

    private static List<string> SharedStrings(SharedStringTablePart? part, ImportOptions limits)
    {
        var strings = new List<string>();
        if (part is null)
        {
            return strings;
        }

        RefuseTooMany(part, limits);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                var item = (SharedStringItem)reader.LoadCurrentElement()!;
                strings.Add(Unescaped(TextOf(item)));
            }
        }

        return strings;
    }

    // Counted before any is taken in: what makes an element of each takes a hundred times as long as passing it by.
    private static void RefuseTooMany(SharedStringTablePart part, ImportOptions limits)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var items = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == 1 && ++items > limits.MaxSharedStrings)
            {
                throw new WorkbookRefusedException(ProblemCode.FileHasTooManyStrings, limits.MaxSharedStrings);
            }
        }
    }

    private IEnumerable<SheetRow> Rows(WorksheetPart part, string sheet)
    {
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Row))
            {
                continue;
            }

            var written = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
            number = written is null ? number + 1 : int.Parse(written, CultureInfo.InvariantCulture);
            var cells = Cells(reader, sheet);
            if (cells.Count > 0)
            {
                yield return new SheetRow(number, cells);
            }
        }
    }

    private Dictionary<int, LedgerCell> Cells(OpenXmlReader reader, string sheet)
    {
        var cells = new Dictionary<int, LedgerCell>();
        var column = 0;
        if (!reader.ReadFirstChild())
        {
            return cells;
        }

        do
        {
            if (reader.ElementType != typeof(Cell))
            {
                continue;
            }

            var cell = (Cell)reader.LoadCurrentElement()!;
            column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
            var value = Value(cell);
            if (!string.IsNullOrWhiteSpace(value.Text))
            {
                if (column > _limits.MaxColumns)
                {
                    throw new WorkbookRefusedException(ProblemCode.SheetHasTooManyColumns, sheet, _limits.MaxColumns);
                }

                cells[column] = value;
            }
        }
        while (reader.ReadNextSibling());
        return cells;
    }

    private LedgerCell Value(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        return type == CellValues.SharedString ? new LedgerCell(_strings[int.Parse(raw, CultureInfo.InvariantCulture)])
            : type == CellValues.InlineString ? new LedgerCell(Unescaped(TextOf(cell.InlineString)))
            : type == CellValues.Number ? Number(raw, cell.StyleIndex?.Value ?? 0)
            : new LedgerCell(Unescaped(raw), IsError: type == CellValues.Error);
    }

    private LedgerCell Number(string raw, uint style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new LedgerCell(raw);
        }

        // 15400000003 may be written 1.5400000003E10; plain digits are what a person sees.
        var text = Math.Abs(number) < 1e20 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : raw;
        return new LedgerCell(text, _dates.IsDateStyle(style) ? _dates.DayOf(number) : null, IsNumber: true);
    }

    // Without the reading aids that East Asian editions keep beside a text.
    private static string TextOf(OpenXmlElement? rich) =>
        string.Concat(rich?.ChildElements.Select(e => e is Text text ? text.Text : e is Run run ? run.Text?.Text : null) ?? []);

    private static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => checked((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)));

    // A character that XML cannot hold is written _x000D_; half of a surrogate pair is left as it is.
    private static string Unescaped(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text, m => (char)Convert.ToInt32(m.Groups[1].Value, 16) is var c && char.IsSurrogate(c) ? m.Value : c.ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
