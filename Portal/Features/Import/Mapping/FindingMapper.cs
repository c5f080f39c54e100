using System.Text.RegularExpressions;
using Portal.Domain.Findings;
using Portal.Features.Import.Recognition;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Mapping;

/// <summary>问题线索台账.</summary>
internal static partial class FindingMapper
{
    public static FindingRow? Map(RowReader row)
    {
        var number = NumberOf(row);
        var submitted = row.Date(SubmittedOn, required: true);
        var authors = LedgerText.Split(row.Text(Authors, RowReader.CellLength, required: true) ?? "", LedgerWords.AuthorSeparators).Select(LedgerText.Name).Distinct().ToList();
        var unit = row.Line(Unit, Finding.UnitLength, required: true);
        var category = row.Word<FindingCategory>(Category, required: true);
        var text = row.Text(Text, Finding.TextLength, required: true);
        var state = row.Word<RegisterState>(State, required: true);
        var conclusion = row.Word<FindingConclusion>(Conclusion);
        var violation = row.YesNo(Violation);
        var loss = row.Amount(Loss);
        var requirement = row.Text(Requirement, RowReader.CellLength);
        var deadline = row.Date(Deadline);
        var extended = row.Date(Extended);
        var completed = row.Date(CompletedOn);
        var fedBack = row.Date(FedBackOn);
        var grade = row.Word<FindingGrade>(Grade);
        var remark = row.Text(Remark, RowReader.CellLength);
        if (row.Failed)
        {
            return null;
        }

        var onSpot = requirement is not null && LedgerWords.Find<RequirementKind>(requirement) == RequirementKind.OnSpot;
        var merged = LedgerWords.Pattern("MergedInto").Match(LedgerWords.Key(remark ?? ""));
        return new FindingRow(
            row.Place, number!, submitted!.Value, authors, unit!, category!.Value, text!, state!.Value, conclusion, violation, loss,
            requirement, onSpot, deadline, extended, completed, fedBack, grade, merged.Success ? merged.Groups[1].Value : null, remark);
    }

    private static string? NumberOf(RowReader row)
    {
        var number = row.Line(Number, Finding.NumberLength, required: true) is { } text ? LedgerWords.Key(text) : null;
        if (number is not null && !NumberShape().IsMatch(number))
        {
            row.Error(Number, ProblemCode.NotAFindingNumber);
        }

        return number;
    }

    [GeneratedRegex(@"^WT-20\d{2}-\d{4,}\z")]
    private static partial Regex NumberShape();
}
