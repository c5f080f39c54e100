using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Features.Import.Reading;

/// <summary>Knows which cell styles are dates and what their numbers mean.</summary>
internal sealed class ExcelDates(IReadOnlyList<bool> styleIsDate, bool countsFrom1904)
{
    private const int Days1904 = 1_462;
    private const int LastSerial = 2_958_465; // 31 December 9999

    // Excel believes that 1900 had a 29 February, serial 60; before it, serials are one day behind.
    private const int FebruaryThatNeverWas = 60;

    private static readonly DateOnly s_epoch = new(1899, 12, 30);

    public static ExcelDates Of(WorkbookPart workbook) => new(Styles(workbook.WorkbookStylesPart?.Stylesheet), workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true);

    public bool IsDateStyle(uint style) => style < styleIsDate.Count && styleIsDate[(int)style];

    public DateOnly? DayOf(double serial)
    {
        var days = (int)Math.Floor(Math.Clamp(serial, -1, LastSerial + 1)) + (countsFrom1904 ? Days1904 : 0);
        return days is < 1 or FebruaryThatNeverWas or > LastSerial ? null
            : s_epoch.AddDays(days < FebruaryThatNeverWas ? days + 1 : days);
    }

    private static List<bool> Styles(Stylesheet? sheet)
    {
        var codes = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.NumberFormatId is not null)
            .GroupBy(f => f.NumberFormatId!.Value)
            .ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "") ?? [];
        return sheet?.CellFormats?.Elements<CellFormat>().Select(f => IsDate(f.NumberFormatId?.Value ?? 0, codes)).ToList() ?? [];
    }

    private static bool IsDate(uint format, Dictionary<uint, string> codes) =>
        codes.TryGetValue(format, out var code)
            ? FormatShowsADay(code)
            // Built-in formats, with those that Chinese editions add.
            : format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool FormatShowsADay(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '[' when !quoted:
                    bracketed = true;
                    break;
                case ']' when !quoted:
                    bracketed = false;
                    break;
                case 'y' or 'Y' or 'd' or 'D' when !quoted && !bracketed:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
