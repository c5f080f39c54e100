using Microsoft.Extensions.Localization;
using Portal.Domain.Findings;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>What is wrong with the fields of a step, in the words of the rules themselves.</summary>
public sealed record FindingErrors(string? Unit = null, string? OtherUnit = null, string? Category = null, string? Text = null, string? Secrecy = null)
{
    public static FindingErrors None { get; } = new();

    public bool Any => this != None;

    public static FindingErrors Of(FindingForm form, FindingStep step, IReadOnlyList<UnitChoice> choices, Words words, IStringLocalizer<MyFindingText> text)
    {
        return step switch
        {
            FindingStep.Unit when form.IsOtherUnit => new FindingErrors(
                OtherUnit: string.IsNullOrWhiteSpace(form.OtherUnit) ? words.Of(FindingRules.TargetMissing()) : TooLong(form.OtherUnit, Finding.UnitLength)),
            FindingStep.Unit when form.Agency is null => new FindingErrors(Unit: words.Of(FindingRules.TargetMissing())),
            FindingStep.Unit => new FindingErrors(
                Unit: choices.FirstOrDefault(c => c.Id == form.Agency) is not { } chosen ? words.Of(FindingRules.TargetMissing())
                    : chosen.WhyNot is { } why ? words.Of(why)
                    : null),
            FindingStep.Kind => new FindingErrors(Category: form.Category is null ? text[nameof(MyFindingText.Error_Category)].Value : null),
            FindingStep.Story => new FindingErrors(
                Text: string.IsNullOrWhiteSpace(form.Text) ? words.Of(FindingRules.TextMissing()) : TooLong(form.Text, Finding.TextLength)),
            _ => new FindingErrors(Secrecy: form.SecrecyConfirmed ? null : words.Of(FindingRules.SecrecyNotConfirmed())),
        };

        string? TooLong(string typed, int most) =>
            typed.Trim().Length > most ? text[nameof(MyFindingText.Error_TooLong), most, typed.Trim().Length - most].Value : null;
    }
}
