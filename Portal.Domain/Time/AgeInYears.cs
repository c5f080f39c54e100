namespace Portal.Domain.Time;

/// <summary>周岁: completed years of life on a given day (Article 5 (1)).</summary>
public static class AgeInYears
{
    public static int On(DateOnly day, DateOnly born, AgeCountRule rule = AgeCountRule.OnBirthday)
    {
        var grownOlder = BirthdayIn(day.Year, born);
        if (rule == AgeCountRule.DayAfterBirthday)
        {
            grownOlder = grownOlder.AddDays(1);
        }

        return day.Year - born.Year - (day < grownOlder ? 1 : 0);
    }

    /// <summary>Who was born on 29 February has their birthday on 1 March of a common year: the year is complete only when February is.</summary>
    private static DateOnly BirthdayIn(int year, DateOnly born) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1)
            : new DateOnly(year, born.Month, born.Day);
}

/// <summary>When a person grows a year older.</summary>
public enum AgeCountRule
{
    OnBirthday,

    /// <summary>Counted from the day after the birthday, as criminal courts do.</summary>
    DayAfterBirthday,
}
