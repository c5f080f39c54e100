namespace Portal.Domain.Time;

/// <summary>The yearly holiday notices that the portal ships with. Later years are loaded by the administrator; none is guessed.</summary>
public static class StatutoryHolidays
{
    /// <summary>国务院办公厅 2025-11-04 on the holidays of 2026: 33 days of rest and six weekend days that are worked.</summary>
    public static IReadOnlyList<CalendarDay> Of2026 { get; } =
    [
        .. Rest(1, 1, days: 3),
        .. Rest(2, 15, days: 9),
        .. Rest(4, 4, days: 3),
        .. Rest(5, 1, days: 5),
        .. Rest(6, 19, days: 3),
        .. Rest(9, 25, days: 3),
        .. Rest(10, 1, days: 7),
        Worked(1, 4),
        Worked(2, 14),
        Worked(2, 28),
        Worked(5, 9),
        Worked(9, 20),
        Worked(10, 10),
    ];

    private static IEnumerable<CalendarDay> Rest(int month, int firstDay, int days) =>
        Enumerable.Range(0, days).Select(n => new CalendarDay(new DateOnly(2026, month, firstDay).AddDays(n), CalendarDayKind.Rest));

    private static CalendarDay Worked(int month, int day) => new(new DateOnly(2026, month, day), CalendarDayKind.Workday);
}
