using Portal.Domain.Rules;

namespace Portal.Domain.Time;

/// <summary>How the days of a period are counted. Article 6 says only 五天, so the office chooses and each notice freezes what it chose.</summary>
public readonly record struct CountingMode(int Days, DeadlineUnit Unit, bool ExcludeStartDay, bool RollLastDay)
{
    /// <summary>The literal reading with conservative edges: five calendar days, the day of publication not counted, never ending on a day off.</summary>
    public static CountingMode NoticeDefault { get; } = new(RegulationFigures.NoticeDays, DeadlineUnit.CalendarDays, ExcludeStartDay: true, RollLastDay: true);
}
