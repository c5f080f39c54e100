namespace Portal.Features.Import.Recognition;

/// <summary>A column of a sheet; its headers are in LedgerWords.resx.</summary>
internal sealed record LedgerColumn(string Key, bool Required);

/// <summary>The columns that each sheet is known by.</summary>
internal static class LedgerColumns
{
    public const string Agencies = nameof(Agencies);
    public const string Authors = nameof(Authors);
    public const string BirthDate = nameof(BirthDate);
    public const string CardNumber = nameof(CardNumber);
    public const string Category = nameof(Category);
    public const string Channel = nameof(Channel);
    public const string Code = nameof(Code);
    public const string CompletedOn = nameof(CompletedOn);
    public const string Conclusion = nameof(Conclusion);
    public const string Contact = nameof(Contact);
    public const string CreditCode = nameof(CreditCode);
    public const string Date = nameof(Date);
    public const string Deadline = nameof(Deadline);
    public const string DecidedOn = nameof(DecidedOn);
    public const string District = nameof(District);
    public const string Explanation = nameof(Explanation);
    public const string Extended = nameof(Extended);
    public const string External = nameof(External);
    public const string FedBackOn = nameof(FedBackOn);
    public const string FiledOn = nameof(FiledOn);
    public const string Form = nameof(Form);
    public const string Grade = nameof(Grade);
    public const string Ground = nameof(Ground);
    public const string Group = nameof(Group);
    public const string Hours = nameof(Hours);
    public const string IdNumber = nameof(IdNumber);
    public const string Index = nameof(Index);
    public const string Kind = nameof(Kind);
    public const string Loss = nameof(Loss);
    public const string Mandatory = nameof(Mandatory);
    public const string Matter = nameof(Matter);
    public const string Name = nameof(Name);
    public const string Number = nameof(Number);
    public const string Outcome = nameof(Outcome);
    public const string Phone = nameof(Phone);
    public const string Remark = nameof(Remark);
    public const string Requirement = nameof(Requirement);
    public const string Sex = nameof(Sex);
    public const string State = nameof(State);
    public const string SubmittedOn = nameof(SubmittedOn);
    public const string TermEnd = nameof(TermEnd);
    public const string TermStart = nameof(TermStart);
    public const string Text = nameof(Text);
    public const string Title = nameof(Title);
    public const string Unit = nameof(Unit);
    public const string Verification = nameof(Verification);
    public const string Violation = nameof(Violation);
    public const string WorkUnit = nameof(WorkUnit);

    public static IReadOnlyList<LedgerColumn> Of(LedgerSheet sheet) => sheet switch
    {
        LedgerSheet.Roster =>
        [
            Optional(Index), Required(Name), Required(Sex), Required(BirthDate), Required(IdNumber), Optional(Phone), Optional(District), Optional(WorkUnit),
            Required(Group), Required(Channel), Required(TermStart), Required(TermEnd), Required(CardNumber), Required(State), Optional(Remark),
        ],
        LedgerSheet.Agencies => [Required(Code), Required(Name), Required(Kind), Optional(CreditCode), Optional(Contact), Optional(External)],
        LedgerSheet.Activities =>
        [
            Required(Number), Required(Title), Required(Form), Required(Date), Optional(Agencies), Optional(Hours), Required(Mandatory), Optional(Remark),
        ],
        LedgerSheet.Attendance => [Required(Name), Optional(CardNumber)],
        LedgerSheet.Findings =>
        [
            Required(Number), Required(SubmittedOn), Required(Authors), Required(Unit), Required(Category), Required(Text), Required(State),
            Optional(Conclusion), Optional(Violation), Optional(Loss), Optional(Requirement), Optional(Deadline), Optional(Extended), Optional(CompletedOn),
            Optional(Verification), Optional(FedBackOn), Optional(Grade), Optional(Remark),
        ],
        LedgerSheet.Recusals =>
        [
            Optional(Index), Required(Name), Required(Matter), Required(Ground), Required(Explanation), Required(FiledOn), Optional(Outcome), Optional(DecidedOn),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(sheet)),
    };

    private static LedgerColumn Required(string key) => new(key, Required: true);

    private static LedgerColumn Optional(string key) => new(key, Required: false);
}
