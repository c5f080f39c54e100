using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Rules;

namespace Portal.Ui;

/// <summary>Turns what the domain says in codes and values into the reader's language. The one place where a refusal becomes a sentence.</summary>
public sealed partial class Words(IStringLocalizer<EnumText> enums, IStringLocalizer<RefusalText> refusals)
{
    public string Of(Enum value) => enums[$"{value.GetType().Name}_{value}"];

    public string Of(RuleViolation violation) => refusals[violation.Code, [.. violation.Arguments.Select(Argument)]];

    public string Of(AccessDenial denial) => refusals[denial.ToString()];

    public string Of(StorageTrouble trouble) => refusals[$"Storage{trouble}"];

    /// <summary>A refusal of which only the code is known, such as in the record: its facts are left open.</summary>
    public string? Refusal(string code) => refusals[code] is { ResourceNotFound: false } words ? Placeholder().Replace(words.Value, "…") : null;

    public string Confirm() => refusals[nameof(RefusalText.NotConfirmed_Act)];

    public string ChangedMeanwhile() => refusals[nameof(RefusalText.ChangedMeanwhile)];

    public string DraftTooLong() => refusals[nameof(RefusalText.DraftTooLong)];

    public string AlreadyExists() => refusals[nameof(RefusalText.AlreadyExists)];

    /// <summary>A day as it stands in a sentence: 2026年11月23日（周一）.</summary>
    public static string Day(DateOnly day) => IsChinese
        ? string.Create(CultureInfo.CurrentCulture, $"{day.Year}年{day.Month}月{day.Day}日（{day.ToString("ddd", CultureInfo.CurrentCulture)}）")
        : day.ToString("d MMM yyyy (ddd)", CultureInfo.CurrentCulture);

    /// <summary>A day as it stands in a table: 2026-11-23.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    private object Argument(object argument) => argument switch
    {
        Enum value => Of(value),
        DateOnly day => Day(day),
        IEnumerable<string> names => string.Join(IsChinese ? "、" : ", ", names),
        _ => argument,
    };
}
