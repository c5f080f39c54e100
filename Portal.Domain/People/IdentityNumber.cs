using System.Buffers;
using System.Globalization;

namespace Portal.Domain.People;

/// <summary>公民身份号码 (GB 11643-1999), in its one written form. Kept encrypted; it turns into text only masked, so that no log can spill it.</summary>
public readonly record struct IdentityNumber
{
    private const int Length = 18;
    private const int FormerLength = 15;
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly DateOnly s_earliestBirth = new(1900, 1, 1);

    private readonly string? _value;

    private IdentityNumber(string value) => _value = value;

    /// <summary>All eighteen characters in the clear: for encryption, the keyed hash and an audited unmasking only.</summary>
    public string Value => _value ?? throw new InvalidOperationException("No identity number was given.");

    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Whether the province exists in GB/T 2260. Demonstration people have none; whether that refuses anybody is the office's setting.</summary>
    public bool IsAreaAssigned => int.Parse(Value.AsSpan(0, 2), CultureInfo.InvariantCulture)
        is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46)
        or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82;

    /// <summary>First and last character only: linking more of them can restore the number.</summary>
    public string Masked => $"{Value[0]}{new string('*', Length - 2)}{Value[^1]}";

    /// <summary>Reads a number as typed. Fails with the first problem, in the order in which a person can mend them.</summary>
    /// <param name="typed">Spaces, full-width characters and a small x are put right.</param>
    /// <param name="today">Nobody is born later than this.</param>
    /// <param name="number">The number, when it is one.</param>
    /// <param name="problem"><see cref="IdentityNumberProblem.None"/>, when it is one.</param>
    public static bool TryParse(string? typed, DateOnly today, out IdentityNumber number, out IdentityNumberProblem problem)
    {
        var text = TypedText.Compact(typed);
        problem = ProblemOf(text, today);
        number = problem == IdentityNumberProblem.None ? new IdentityNumber(text) : default;
        return problem == IdentityNumberProblem.None;
    }

    /// <summary>Takes back what <see cref="Value"/> gave to the store. It was examined when it came in, and a stored person is not refused by a later day.</summary>
    public static IdentityNumber FromStore(string value) => new(value);

    public override string ToString() => _value is null ? string.Empty : Masked;

    private static IdentityNumberProblem ProblemOf(string text, DateOnly today) =>
        text.Length == 0 ? IdentityNumberProblem.Empty
        : text.Length == FormerLength && AreDigits(text) ? IdentityNumberProblem.FifteenDigits
        : !HasShape(text) ? IdentityNumberProblem.WrongShape
        : !HasBirthDate(text, today) ? IdentityNumberProblem.InvalidBirthDate
        : text[^1] != CheckCharacterOf(text) ? IdentityNumberProblem.WrongCheckCharacter
        : IdentityNumberProblem.None;

    private static bool HasShape(string text) =>
        text.Length == Length && AreDigits(text.AsSpan(0, Length - 1)) && (text[^1] == 'X' || AreDigits(text.AsSpan(Length - 1)));

    private static bool HasBirthDate(string text, DateOnly today) =>
        DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
        && born >= s_earliestBirth && born <= today;

    private static char CheckCharacterOf(string text) => CheckCharacters[s_weights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11];

    // Not char.IsDigit: Arabic and Thai digits are digits too, and no identity number has them.
    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(s_digits);
}

/// <summary>What is wrong with a typed identity number.</summary>
public enum IdentityNumberProblem
{
    None,
    Empty,

    /// <summary>A number of the first generation, no longer valid.</summary>
    FifteenDigits,
    WrongShape,

    /// <summary>No such day, before 1900, or still to come.</summary>
    InvalidBirthDate,
    WrongCheckCharacter,
}
