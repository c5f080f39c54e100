using Portal.Domain.People;
using static Portal.Features.Import.Recognition.LedgerColumns;

namespace Portal.Features.Import.Mapping;

/// <summary>经办机构.</summary>
internal static class AgencyMapper
{
    public static AgencyRow? Map(RowReader row)
    {
        var code = row.Name(Code, Agency.CodeLength)?.ToUpperInvariant();
        var name = row.Line(Name, Agency.NameLength, required: true);
        var kind = row.Word<AgencyKind>(Kind, required: true);
        var external = row.YesNo(External) ?? kind == AgencyKind.External;
        var credit = CreditCodeOf(row, external);
        var contact = row.Name(Contact, Person.NameLength, required: false);
        return row.Failed ? null : new AgencyRow(row.Place, code!, name!, kind!.Value, credit, contact, external);
    }

    private static UnifiedSocialCreditCode? CreditCodeOf(RowReader row, bool external)
    {
        if (row.Present(CreditCode, required: false) is not { } cell)
        {
            if (!external)
            {
                row.Hint(CreditCode, ProblemCode.CreditCodeMissing);
            }

            return null;
        }

        if (UnifiedSocialCreditCode.TryParse(cell.Text, out var code, out var problem))
        {
            return code;
        }

        row.Error(CreditCode, ProblemCode.CreditCodeWrong, problem);
        return null;
    }
}
