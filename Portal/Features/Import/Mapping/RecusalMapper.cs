using Portal.Domain.Recusals;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Mapping;

/// <summary>回避登记.</summary>
internal static class RecusalMapper
{
    public static RecusalRow? Map(RowReader row)
    {
        var name = row.Name(Name, Domain.People.Person.NameLength);
        var matter = row.Present(Matter, required: true) is { } cell ? ActivityNumbers.Read(cell) ?? row.Line(Matter, RowReader.CellLength) : null;
        var ground = GroundOf(row);
        var explanation = row.Text(Explanation, RecusalDeclaration.TextLength, required: true);
        var filed = row.Date(FiledOn, required: true);
        var outcome = row.Word<RecusalOutcome>(Outcome);
        var decided = row.Date(DecidedOn);
        return row.Failed ? null : new RecusalRow(row.Place, name!, matter!, ground!.Value, explanation!, filed!.Value, outcome, decided);
    }

    private static RecusalGround? GroundOf(RowReader row)
    {
        if (row.Present(Ground, required: true) is not { } cell)
        {
            return null;
        }

        var item = LedgerText.Item("RecusalGround", cell.Text);
        if (item == 0)
        {
            row.Error(Ground, ProblemCode.NotAGround);
        }

        return (RecusalGround)item;
    }
}
