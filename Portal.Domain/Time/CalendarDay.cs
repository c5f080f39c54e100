namespace Portal.Domain.Time;

/// <summary>A day that the State Council's yearly notice takes out of the ordinary week: a rest day, or a weekend day that is worked to make up for one.</summary>
public readonly record struct CalendarDay(DateOnly Date, CalendarDayKind Kind);

/// <summary>What the yearly notice says about a day; days it does not name follow the week.</summary>
public enum CalendarDayKind
{
    /// <summary>休息日: nobody works, whatever the day of the week.</summary>
    Rest,

    /// <summary>调休上班: a Saturday or Sunday that is a working day.</summary>
    Workday,
}
