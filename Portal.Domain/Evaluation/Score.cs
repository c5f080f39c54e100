using System.Globalization;

namespace Portal.Domain.Evaluation;

/// <summary>Points in integer hundredths: a rank must not depend on how a database stores a decimal.</summary>
public readonly record struct Score(int Hundredths) : IComparable<Score>
{
    public static Score Zero { get; }

    public static Score Full { get; } = new(100_00);

    public decimal Points => Hundredths / 100m;

    /// <summary>四舍五入 to two decimals. Not the default of .NET, which rounds a half to the even neighbour.</summary>
    public static Score Of(decimal points) => new((int)decimal.Round(points * 100m, 0, MidpointRounding.AwayFromZero));

    public int CompareTo(Score other) => Hundredths.CompareTo(other.Hundredths);

    public override string ToString() => Points.ToString("0.00", CultureInfo.InvariantCulture);

    public static Score Add(Score left, Score right) => left + right;

    public static Score operator +(Score left, Score right) => new(left.Hundredths + right.Hundredths);

    public static bool operator <(Score left, Score right) => left.CompareTo(right) < 0;

    public static bool operator >(Score left, Score right) => left.CompareTo(right) > 0;

    public static bool operator <=(Score left, Score right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Score left, Score right) => left.CompareTo(right) >= 0;
}
