using System.Globalization;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;

namespace Portal.Features.Import;

/// <summary>Moves a ledger in time, so that a demonstration office stays alive: every legal day by whole weeks, the years inside numbers by whole years. Births stay.</summary>
internal sealed class LedgerShift(int days, int years)
{
    private const int YearLength = 4;

    public LedgerWorkbook Of(LedgerWorkbook workbook) => days == 0 && years == 0 ? workbook : new LedgerWorkbook
    {
        Sheets = workbook.Sheets,
        Agencies = workbook.Agencies,
        Roster = [.. workbook.Roster.Select(r => r with
        {
            TermStart = Day(r.TermStart),
            TermEnd = Day(r.TermEnd),
            EarlierTerm = r.EarlierTerm is { } term ? (Day(term.Start), Day(term.End)) : null,
            CardNumber = Number(r.CardNumber),
            Remark = Text(r.Remark),
        })],
        Activities = [.. workbook.Activities.Select(a => a with
        {
            Number = Number(a.Number),
            Date = Day(a.Date),
            Title = LedgerWords.Pattern("YearInTitle").Replace(a.Title, m => Year(m.Value)),
            Remark = Text(a.Remark),
        })],
        Attendance = [.. workbook.Attendance.Select(a => a with
        {
            CardNumber = a.CardNumber is null ? null : Number(a.CardNumber),
            Marks = [.. a.Marks.Select(m => m with { Activity = Number(m.Activity) })],
        })],
        Findings = [.. workbook.Findings.Select(f => f with
        {
            Number = Number(f.Number),
            SubmittedOn = Day(f.SubmittedOn),
            Deadline = Day(f.Deadline),
            Extended = Day(f.Extended),
            CompletedOn = Day(f.CompletedOn),
            FedBackOn = Day(f.FedBackOn),
            MergedInto = f.MergedInto is null ? null : Number(f.MergedInto),
            Remark = f.MergedInto is null ? Text(f.Remark) : f.Remark?.Replace(f.MergedInto, Number(f.MergedInto), StringComparison.Ordinal),
        })],
        Recusals = [.. workbook.Recusals.Select(r => r with { Matter = Number(r.Matter), FiledOn = Day(r.FiledOn), DecidedOn = Day(r.DecidedOn) })],
        Problems = workbook.Problems,
        Unread = workbook.Unread,
    };

    private DateOnly Day(DateOnly day) => day.AddDays(days);

    private DateOnly? Day(DateOnly? day) => day?.AddDays(days);

    private string Year(string year) => (int.Parse(year, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture);

    // 2026-01, ZZ-2026-0001, WT-2026-0001; a code without a year stays.
    private string Number(string number)
    {
        var parts = number.Split('-');
        var year = Array.FindIndex(parts, p => p.Length == YearLength && p.StartsWith("20", StringComparison.Ordinal) && p.All(char.IsAsciiDigit));
        if (year is < 0 or > 1)
        {
            return number;
        }

        parts[year] = Year(parts[year]);
        return string.Join('-', parts);
    }

    private string? Text(string? text) => text is null ? null : LedgerWords.Pattern("DateInText").Replace(text, m =>
        LedgerText.Day(m.Groups[1].Value, m.Groups[3].Value, m.Groups[5].Value) is not { } day ? m.Value
        : string.Create(CultureInfo.InvariantCulture, $"{Day(day).Year}{m.Groups[2]}{Day(day).Month}{m.Groups[4]}{Day(day).Day}{m.Groups[6]}"));
}
