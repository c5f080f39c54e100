using System.Text.RegularExpressions;

namespace Portal.Domain.People;

/// <summary>A telephone number of the mainland, mobile or landline, without +86. It turns into text only masked, so that no log can spill it.</summary>
public readonly partial record struct PhoneNumber
{
    private readonly string? _value;

    private PhoneNumber(string value) => _value = value;

    /// <summary>In the clear: 11 digits, or area-number-extension.</summary>
    public string Value => _value ?? throw new InvalidOperationException("No telephone number was given.");

    public bool IsMobile => Value[0] == '1';

    /// <summary>154****0001; of a landline the area and the last four digits, without the extension.</summary>
    public string Masked => IsMobile ? $"{Value[..3]}****{Value[^4..]}" : MaskedLandline(Value.Split('-'));

    public static bool TryParse(string? typed, out PhoneNumber number)
    {
        var written = WrittenForm(TypedText.Compact(typed));
        number = written is null ? default : new PhoneNumber(written);
        return written is not null;
    }

    /// <summary>Takes back what <see cref="Value"/> gave to the store.</summary>
    public static PhoneNumber FromStore(string value) => new(value);

    public override string ToString() => _value is null ? string.Empty : Masked;

    private static string? WrittenForm(string text)
    {
        var dashed = AnyDash().Replace(text, "-");
        var national = CountryCode().Replace(dashed, string.Empty);

        var digits = national.Replace("-", string.Empty, StringComparison.Ordinal);
        if (Mobile().IsMatch(digits))
        {
            return digits;
        }

        // With the country code in front, the trunk 0 of the area is not dialled and often not written.
        var trunked = national != dashed && !national.StartsWith('0') ? $"0{national}" : national;
        var landline = Landline().Match(trunked);
        return landline.Success ? $"{landline.Groups["area"]}-{landline.Groups["number"]}{landline.Groups["extension"]}" : null;
    }

    private static string MaskedLandline(string[] parts) => $"{parts[0]}-****{parts[1][^4..]}";

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex AnyDash();

    [GeneratedRegex(@"^(?:\(?\+86\)?|0086|86(?=-?1[3-9]))-?")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    // 010 and 02x are the areas of three digits: tried first, so that a number written without a hyphen is cut in the right place.
    [GeneratedRegex(@"^(?<area>0[12][0-9]|0[0-9]{3}|0[0-9]{2})-?(?<number>[0-9]{7,8})(?<extension>-[0-9]{1,6})?\z")]
    private static partial Regex Landline();
}
