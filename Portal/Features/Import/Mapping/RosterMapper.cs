using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Mapping;

/// <summary>监督员名册: a person with the current term; the remark may tell of an earlier one, of a ground, of certificates.</summary>
internal static class RosterMapper
{
    private const int RemarkLength = 500;

    public static RosterRow? Map(RowReader row, DateOnly today, bool rejectUnassignedArea)
    {
        var name = row.Name(Name, Person.NameLength);
        var number = Identity(row, today, rejectUnassignedArea);
        var phone = row.Phone(Phone);
        var district = row.Word<District>(LedgerColumns.District);
        var unit = row.Line(WorkUnit, Person.WorkUnitLength);
        var group = row.Word<SourceCategory>(Group, required: true);
        var channel = row.Word<RecruitmentChannel>(Channel, required: true);
        var start = row.Date(TermStart, required: true);
        var end = row.Date(TermEnd, required: true);
        var card = row.Line(CardNumber, SupervisorCard.NumberLength, required: true)?.ToUpperInvariant();
        var state = row.Word<RosterState>(State, required: true);
        var remark = row.Text(Remark, RemarkLength);
        var ground = state == RosterState.Resigned ? DismissalGround.Resignation : Ground(row, state, remark);
        return row.Failed
            ? null
            : new RosterRow(row.Place, name!, number!.Value, phone, district, unit, group!.Value, channel!.Value, start!.Value, end!.Value, card!, state!.Value, ground, EarlierTerm(remark), remark);
    }

    private static IdentityNumber? Identity(RowReader row, DateOnly today, bool rejectUnassignedArea)
    {
        var sex = row.Word<Sex>(LedgerColumns.Sex, required: true);
        var born = row.Date(BirthDate, required: true);
        if (row.Present(IdNumber, required: true) is not { } cell)
        {
            return null;
        }

        if (cell.IsNumber)
        {
            row.Error(IdNumber, ProblemCode.IdentityNumberLostDigits);
            return null;
        }

        if (!IdentityNumber.TryParse(cell.Text, today, out var number, out var problem))
        {
            row.Error(IdNumber, ProblemCode.IdentityNumberWrong, problem);
            return null;
        }

        if (born is not null && born != number.BirthDate)
        {
            row.Error(BirthDate, ProblemCode.BirthDateDisagrees, number.BirthDate);
        }

        if (sex is not null && sex != number.Sex)
        {
            row.Error(LedgerColumns.Sex, ProblemCode.SexDisagrees, number.Sex);
        }

        Unassigned(row, number, rejectUnassignedArea);
        return number;
    }

    private static void Unassigned(RowReader row, IdentityNumber number, bool reject)
    {
        if (number.IsAreaAssigned)
        {
            return;
        }

        if (reject)
        {
            row.Error(IdNumber, ProblemCode.AreaUnassigned);
        }
        else
        {
            row.Hint(IdNumber, ProblemCode.AreaUnassigned);
        }
    }

    // Dismissed means: on one of the six grounds (domain.md A4-10).
    private static DismissalGround? Ground(RowReader row, RosterState? state, string? remark)
    {
        if (state != RosterState.Dismissed)
        {
            return null;
        }

        var item = LedgerText.Item("DismissalGround", remark);
        if (item == 0)
        {
            row.Error(Remark, ProblemCode.GroundMissing);
        }

        return (DismissalGround)item;
    }

    private static (DateOnly Start, DateOnly End)? EarlierTerm(string? remark)
    {
        var match = LedgerWords.Pattern("EarlierTerm").Match(LedgerWords.Key(remark ?? ""));
        return match.Success && LedgerText.Date(match.Groups[1].Value) is { } start && LedgerText.Date(match.Groups[2].Value) is { } end ? (start, end) : null;
    }
}
