using System.Buffers;

namespace Portal.Domain.People;

/// <summary>统一社会信用代码 (GB 32100-2015) of an organisation, in its one written form. Public, unlike a person's number.</summary>
public readonly record struct UnifiedSocialCreditCode
{
    private const int Length = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // 3^(i−1) mod 31
    private static readonly int[] s_weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly SearchValues<char> s_alphabet = SearchValues.Create(Alphabet);
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");

    private readonly string? _value;

    private UnifiedSocialCreditCode(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("No credit code was given.");

    public static bool TryParse(string? typed, out UnifiedSocialCreditCode code, out UnifiedSocialCreditCodeProblem problem)
    {
        var text = TypedText.Compact(typed);
        problem = ProblemOf(text);
        code = problem == UnifiedSocialCreditCodeProblem.None ? new UnifiedSocialCreditCode(text) : default;
        return problem == UnifiedSocialCreditCodeProblem.None;
    }

    public override string ToString() => _value ?? string.Empty;

    private static UnifiedSocialCreditCodeProblem ProblemOf(string text) =>
        text.Length == 0 ? UnifiedSocialCreditCodeProblem.Empty
        : !HasShape(text) ? UnifiedSocialCreditCodeProblem.WrongShape
        : text[^1] != CheckCharacterOf(text) ? UnifiedSocialCreditCodeProblem.WrongCheckCharacter
        : UnifiedSocialCreditCodeProblem.None;

    // Two characters for department and class, six digits for the area, nine for the subject, one to check.
    private static bool HasShape(string text) =>
        text.Length == Length
        && !text.AsSpan().ContainsAnyExcept(s_alphabet)
        && !text.AsSpan(2, 6).ContainsAnyExcept(s_digits);

    private static char CheckCharacterOf(string text)
    {
        var sum = s_weights.Select((weight, i) => weight * Alphabet.IndexOf(text[i], StringComparison.Ordinal)).Sum();

        // The outer remainder is the trap: a sum divisible by 31 would ask for a thirty-second character; the standard says 0.
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}

/// <summary>What is wrong with a typed credit code.</summary>
public enum UnifiedSocialCreditCodeProblem
{
    None,
    Empty,
    WrongShape,
    WrongCheckCharacter,
}
