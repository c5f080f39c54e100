using Portal.Domain.Rules;

namespace Portal.Domain.Time;

/// <summary>任期 (Article 17): first and last day in office, both included. Rights are checked against these days, never against a stored state alone.</summary>
public readonly record struct Term
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
    public Term(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    /// <summary>The latest day on which a reappointment can begin without a gap.</summary>
    public DateOnly FirstDayAfter => End.AddDays(1);

    /// <summary>Days in office, both ends included.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>The three years of Article 17 from <paramref name="start"/>.</summary>
    public static Term Of(DateOnly start, TermEndRule rule = TermEndRule.DayBeforeAnniversary)
    {
        var anniversary = start.AddYears(RegulationFigures.TermYears);

        // Begun on 29 February: the third year has no such day, so the month's last day ends the term under either rule (Civil Code 202);
        // taking another day off would cut the term short.
        var endsOnAnniversary = rule == TermEndRule.OnAnniversary || anniversary.Day != start.Day;
        return new Term(start, endsOnAnniversary ? anniversary : anniversary.AddDays(-1));
    }

    public bool Contains(DateOnly day) => Start <= day && day <= End;

    /// <summary>0 on the last day, negative once it has passed.</summary>
    public int DaysLeft(DateOnly day) => End.DayNumber - day.DayNumber;

    public bool Overlaps(Term other) => Start <= other.End && other.Start <= End;

    /// <summary>Days in office that fall into a calendar year, which is the evaluation year (Article 16).</summary>
    public int DaysIn(int year)
    {
        var first = Math.Max(Start.DayNumber, new DateOnly(year, 1, 1).DayNumber);
        var last = Math.Min(End.DayNumber, new DateOnly(year, 12, 31).DayNumber);
        return Math.Max(0, last - first + 1);
    }
}

/// <summary>On which day three years end; Article 17 leaves it open, and the letter prints both dates.</summary>
public enum TermEndRule
{
    /// <summary>The day of appointment is the first day in office, so that the eve of the third anniversary is the last.</summary>
    DayBeforeAnniversary,

    /// <summary>As periods of the Civil Code run (201, 202): the day of appointment is not counted.</summary>
    OnAnniversary,
}
