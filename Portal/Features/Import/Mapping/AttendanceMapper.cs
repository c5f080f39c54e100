using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Mapping;

/// <summary>活动签到: a row a person, a column an activity, a mark where they meet; an empty cell means not invited.</summary>
internal static class AttendanceMapper
{
    public static AttendanceRow? Map(RowReader row)
    {
        var name = row.Name(Name, Person.NameLength);
        var card = row.Line(CardNumber, SupervisorCard.NumberLength)?.ToUpperInvariant();
        var marks = new List<AttendanceMark>();
        foreach (var (column, activity) in row.Place.Layout.Activities)
        {
            if (row.CellAt(column) is not { } cell)
            {
                continue;
            }

            if (LedgerWords.Find<ParticipationState>(cell.Text) is { } state)
            {
                marks.Add(new AttendanceMark(activity, state, cell.Text.Trim()));
            }
            else
            {
                row.ErrorAt(column, ProblemCode.NotAMark, string.Join(' ', LedgerWords.All<ParticipationState>()));
            }
        }

        return row.Failed ? null : new AttendanceRow(row.Place, name!, card, marks);
    }
}
