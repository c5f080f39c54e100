using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Findings;

/// <summary>By when the author of a finding can expect the next step. Article 14 names no limits of its own; these are the office's (domain.md A8), told to the author as dates.</summary>
/// <param name="RegisterBy">The finding is registered, or the author asked for more.</param>
/// <param name="ConcludeBy">The investigation is concluded.</param>
/// <param name="AnswerBy">The author has heard the result, where nothing has to be put right first.</param>
public sealed record FindingTimes(DateOnly RegisterBy, DateOnly ConcludeBy, DateOnly AnswerBy)
{
    /// <summary>What is promised on the receipt.</summary>
    public static FindingTimes From(DateOnly submitted, OfficeSettings settings, WorkingCalendar calendar)
    {
        var register = DeadlineComputation.ForWorkdayLimit(submitted, settings.FindingRegisterWorkdays, calendar).LastDay;
        var conclude = DeadlineComputation.ForCalendarLimit(register, settings.FindingInvestigateDays).LastDay;
        return new FindingTimes(register, conclude, DeadlineComputation.ForWorkdayLimit(conclude, settings.FindingFeedbackWorkdays, calendar).LastDay);
    }

    /// <summary>The day of the next step; <c>null</c> where no limit runs, because it is the author's turn, or all is done.</summary>
    /// <param name="state">Where the finding stands.</param>
    /// <param name="since">The day of the last step that the author was told of.</param>
    /// <param name="rectifyBy">The rectification deadline in force.</param>
    public static DateOnly? NextBy(FindingState state, DateOnly since, DateOnly? rectifyBy, OfficeSettings settings, WorkingCalendar calendar) => state switch
    {
        FindingState.Submitted => DeadlineComputation.ForWorkdayLimit(since, settings.FindingRegisterWorkdays, calendar).LastDay,
        FindingState.Registered or FindingState.Investigating => DeadlineComputation.ForCalendarLimit(since, settings.FindingInvestigateDays).LastDay,
        FindingState.RectificationOrdered => rectifyBy,
        FindingState.NotSubstantiated or FindingState.SuggestionAdopted or FindingState.SuggestionNoted
            or FindingState.Verified or FindingState.Transferred or FindingState.NotAccepted
            => DeadlineComputation.ForWorkdayLimit(since, settings.FindingFeedbackWorkdays, calendar).LastDay,
        _ => null,
    };

    /// <summary>The last day on which the author may say that it is not solved; <c>null</c> while there is no feedback.</summary>
    public static DateOnly? AppealUntil(DateOnly? fedBackOn, OfficeSettings settings) => fedBackOn?.AddDays(settings.FindingAppealDays);
}
