using System.Globalization;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Import.Reading;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import.Mapping;

/// <summary>Reads the cells of one row as what their columns hold. What cannot be read becomes a problem at the cell, and reading goes on.</summary>
internal sealed class RowReader(SheetLayout layout, SheetRow row, ProblemList problems)
{
    public const int CellLength = 1_024;

    // Serials of 1954 to 2064: a bare number in a date column that can only be a date.
    private const double FirstPlausibleSerial = 20_000;
    private const double LastPlausibleSerial = 60_000;

    public RowPlace Place { get; } = new(layout, row.Number);

    /// <summary>Whether an error was found in this row, so that nothing of it is planned.</summary>
    public bool Failed { get; private set; }

    public string? Raw(string column) => Cell(column)?.Text;

    public string? Text(string column, int length, bool required = false) => Text(column, length, required, multiline: true);

    public string? Line(string column, int length, bool required = false) => Text(column, length, required, multiline: false);

    public string? Name(string column, int length, bool required = true) => Text(column, length, required, multiline: false) is { } text ? LedgerText.Name(text) : null;

    public DateOnly? Date(string column, bool required = false)
    {
        if (Present(column, required) is not { } cell)
        {
            return null;
        }

        if ((cell.Date ?? LedgerText.Date(cell.Text)) is { } day)
        {
            return day;
        }

        if (cell.IsNumber && double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstPlausibleSerial and <= LastPlausibleSerial)
        {
            var read = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial)));
            Hint(column, ProblemCode.DateFromPlainNumber, read);
            return read;
        }

        Error(column, ProblemCode.NotADate);
        return null;
    }

    public T? Word<T>(string column, bool required = false)
        where T : struct, Enum
    {
        if (Present(column, required) is not { } cell)
        {
            return null;
        }

        var word = LedgerWords.Find<T>(cell.Text);
        if (word is null)
        {
            Error(column, ProblemCode.NotAWord, string.Join(' ', LedgerWords.All<T>()));
        }

        return word;
    }

    public bool? YesNo(string column, bool required = false) => Word<YesNo>(column, required) is { } word ? word == Recognition.YesNo.Yes : null;

    /// <summary>Yuan, also written 10,000, ￥10000元 or 1万元.</summary>
    public decimal? Amount(string column)
    {
        if (Present(column, required: false) is not { } cell)
        {
            return null;
        }

        var text = LedgerWords.Key(cell.Text).Replace(",", "", StringComparison.Ordinal).Trim('¥', '￥');
        var tenThousands = LedgerWords.Pattern("TenThousands").IsMatch(text);
        text = LedgerWords.Pattern(tenThousands ? "TenThousands" : "Yuan").Replace(text, "");
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= 1_000_000_000m)
        {
            amount *= tenThousands ? 10_000m : 1m;
            if (decimal.Round(amount, 2) == amount)
            {
                return amount;
            }
        }

        Error(column, ProblemCode.NotAnAmount);
        return null;
    }

    public int? HourTenths(string column)
    {
        if (Present(column, required: false) is not { } cell)
        {
            return null;
        }

        if (decimal.TryParse(LedgerWords.Key(cell.Text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= 100 && decimal.Truncate(hours * 10) == hours * 10)
        {
            return (int)(hours * 10);
        }

        Error(column, ProblemCode.NotHours);
        return null;
    }

    public PhoneNumber? Phone(string column)
    {
        if (Present(column, required: false) is not { } cell)
        {
            return null;
        }

        if (PhoneNumber.TryParse(cell.Text, out var phone))
        {
            return phone;
        }

        Error(column, ProblemCode.NotAPhone);
        return null;
    }

    public LedgerCell? Cell(string column) => layout.Columns.TryGetValue(column, out var number) ? CellAt(number) : null;

    public LedgerCell? CellAt(int column) => row.Cells.TryGetValue(column, out var cell) ? cell : null;

    /// <summary>The cell, when it holds something sound.</summary>
    public LedgerCell? Present(string column, bool required)
    {
        var cell = Cell(column);
        if (cell is { IsError: true })
        {
            Error(column, ProblemCode.CellHasFormulaError);
            return null;
        }

        if (cell is null && required)
        {
            Error(column, ProblemCode.ValueMissing);
        }

        return cell;
    }

    public void Error(string column, ProblemCode code, params IReadOnlyList<object> arguments)
    {
        Failed = true;
        problems.Add(Places.Problem(Place, column, Raw(column), code, ProblemSeverity.Error, arguments));
    }

    public void Hint(string column, ProblemCode code, params IReadOnlyList<object> arguments) =>
        problems.Add(Places.Problem(Place, column, Raw(column), code, ProblemSeverity.Hint, arguments));

    public void ErrorAt(int column, ProblemCode code, params IReadOnlyList<object> arguments)
    {
        Failed = true;
        problems.Add(new ImportProblem(code, ProblemSeverity.Error, layout.Name, row.Number, layout.Headers[column], CellAt(column)?.Text, arguments));
    }

    private string? Text(string column, int length, bool required, bool multiline)
    {
        if (Present(column, required) is not { } cell)
        {
            return null;
        }

        var text = LedgerText.Normalised(cell.Text);
        text = multiline ? text : LedgerText.OneLine(text);
        if (text.Length > length)
        {
            Error(column, ProblemCode.TooLong, length);
            return null;
        }

        if (PlainText.IndexOfUnfit(text) >= 0)
        {
            Error(column, ProblemCode.ForbiddenCharacter);
            return null;
        }

        return text;
    }
}
