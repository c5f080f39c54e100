using Portal.Domain.Activities;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Mapping;

/// <summary>监督活动.</summary>
internal static class ActivityMapper
{
    public static ActivityRow? Map(RowReader row)
    {
        var number = NumberOf(row);
        var title = row.Line(Title, Activity.TitleLength, required: true);
        var form = row.Word<ActivityForm>(Form, required: true);
        var date = row.Date(Date, required: true);
        var agencies = LedgerText.Split(row.Text(LedgerColumns.Agencies, RowReader.CellLength) ?? "", LedgerWords.CodeSeparators);
        var hours = row.HourTenths(Hours) ?? 0;
        var mandatory = row.YesNo(Mandatory, required: true);
        var remark = row.Text(Remark, Activity.TextLength);
        if (row.Failed)
        {
            return null;
        }

        var (kind, mode) = KindOf(form!.Value);
        return new ActivityRow(row.Place, number!, title!, kind, mode, date!.Value, agencies, hours, mandatory!.Value, remark);
    }

    private static string? NumberOf(RowReader row)
    {
        if (row.Present(Number, required: true) is not { } cell)
        {
            return null;
        }

        var number = ActivityNumbers.Read(cell);
        if (number is null)
        {
            row.Error(Number, ProblemCode.NotAnActivityNumber);
        }

        return number;
    }

    private static (ActivityKind Kind, SupervisionMode? Mode) KindOf(ActivityForm form) => form switch
    {
        ActivityForm.OpenVisit => (ActivityKind.Supervision, SupervisionMode.OpenVisit),
        ActivityForm.UnannouncedVisit => (ActivityKind.Supervision, SupervisionMode.UnannouncedVisit),
        ActivityForm.Research => (ActivityKind.Supervision, SupervisionMode.Research),
        ActivityForm.OtherSupervision => (ActivityKind.Supervision, SupervisionMode.Other),
        ActivityForm.Training => (ActivityKind.Training, null),
        ActivityForm.Meeting => (ActivityKind.Meeting, null),
        ActivityForm.Symposium => (ActivityKind.Symposium, null),
        _ => throw new InvalidOperationException($"Unknown form {form}."),
    };
}
