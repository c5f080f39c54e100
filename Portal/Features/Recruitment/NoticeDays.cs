using Microsoft.Extensions.Localization;
using Portal.Domain.Time;
using Portal.Ui;

namespace Portal.Features.Recruitment;

/// <summary>How the last day of a notice came about, in sentences (Article 6; domain.md A3.2).</summary>
public sealed class NoticeDays(IStringLocalizer<RecruitmentText> text)
{
    public IEnumerable<string> Of(DeadlineComputation how)
    {
        yield return text[how.Unit == DeadlineUnit.Workdays ? nameof(RecruitmentText.How_Workdays) : nameof(RecruitmentText.How_Days), Words.Day(how.Start), how.Days, Words.Day(how.RawLastDay)];
        yield return text[how.StartDayCounted ? nameof(RecruitmentText.How_StartCounted) : nameof(RecruitmentText.How_StartNotCounted)];
        var counted = how.Unit == DeadlineUnit.Workdays ? how.RawLastDay : how.RawLastDay.AddDays(how.DaysOffSkipped.Count);
        if (counted > how.RawLastDay)
        {
            yield return text[nameof(RecruitmentText.How_Rolled), how.DaysOffSkipped.Count, Words.Day(counted)];
        }

        if (how.LastDay > counted)
        {
            yield return text[nameof(RecruitmentText.How_Extended), Words.Day(how.LastDay)];
        }

        if (!how.CalendarKnown)
        {
            yield return text[nameof(RecruitmentText.How_CalendarUnknown)];
        }
    }
}
