using Portal.Domain.Rules;
using Portal.Domain.Time;

namespace Portal.Domain.Alerts;

/// <summary>When somebody is reminded, as pure functions of facts, day and settings (domain.md A5). A mark, where there are several, is the latest one reached, so that each is announced once.</summary>
public static class OfficeAlerts
{
    /// <summary>The mark reached before the end of a term, in days: by default 90, 30 or 7 (Article 17).</summary>
    /// <returns><c>null</c> when the end is further away, or past.</returns>
    public static int? TermEnding(DateOnly lastDay, OfficeSettings settings, DateOnly today)
    {
        var left = lastDay.DayNumber - today.DayNumber;
        int[] marks = [settings.TermReminderDays, settings.TermSecondReminderDays, settings.TermLastReminderDays];
        return left < 0 ? null : marks.Where(mark => left <= mark).Select(mark => (int?)mark).Min();
    }

    /// <summary>The mark reached in months without activity: by default 9 and 11, and 12 once the year is over (Article 18 (2)).</summary>
    public static int? Inactive(InactivityClock clock, OfficeSettings settings, DateOnly today) =>
        clock.IsExceeded(today) ? RegulationFigures.InactivityMonths
        : clock.HasReached(settings.InactivitySecondReminderMonths, today) ? settings.InactivitySecondReminderMonths
        : clock.HasReached(settings.InactivityFirstReminderMonths, today) ? settings.InactivityFirstReminderMonths
        : null;

    /// <summary>Whether the department has let a year of somebody's service pass without inviting them (Article 9 (2)).</summary>
    /// <param name="since">First day of continuous service.</param>
    /// <param name="invitations">In the year that ends today.</param>
    public static bool NeverInvited(DateOnly since, int invitations, DateOnly today) => invitations == 0 && since.AddYears(1) <= today;

    /// <summary>Days that certificates are late to come back, or <c>null</c> (Article 18, last paragraph).</summary>
    /// <param name="lastDay">Of the office that they belonged to.</param>
    public static int? CertificateOutstanding(DateOnly lastDay, OfficeSettings settings, DateOnly today) => Past(lastDay, settings.CertificateReturnDays, today);

    /// <summary>Days over the time in which a lost card is to be replaced, or <c>null</c> (Article 12).</summary>
    public static int? CardNotReissued(DateOnly reportedOn, OfficeSettings settings, DateOnly today) => Past(reportedOn, settings.CardReissueDays, today);

    /// <summary>Days since the last day of a letter of introduction that is out still, or was used for an activity that is not completed; <c>null</c> when there is nothing to remember (Article 12).</summary>
    /// <param name="validTo">The letter's last day.</param>
    /// <param name="isOut">Issued, and neither reported as used, nor returned, nor revoked.</param>
    /// <param name="underWay">Its activity is neither completed nor called off.</param>
    /// <param name="today">The day.</param>
    public static int? LetterExpired(DateOnly validTo, bool isOut, bool underWay, DateOnly today) => isOut || underWay ? Past(validTo, 0, today) : null;

    public static bool AgeAboveLimit(DateOnly born, OfficeSettings settings, DateOnly today) => AgeInYears.On(today, born, settings.AgeCount) > RegulationFigures.MaximumAge;

    /// <summary>Working days an objection has waited once they are more than the office allows itself, or <c>null</c> (Article 6).</summary>
    public static int? ObjectionOpen(DateOnly lodgedOn, OfficeSettings settings, WorkingCalendar calendar, DateOnly today)
    {
        var waited = calendar.WorkdaysBetween(lodgedOn, today);
        return waited > settings.ObjectionWorkdays ? waited : null;
    }

    /// <summary>Whether a running notice ends today, or is over and waits to be concluded (Article 6).</summary>
    /// <param name="lastDay">Of a notice that is published and not concluded.</param>
    public static AlertKind? Notice(DateOnly lastDay, DateOnly today) =>
        today == lastDay ? AlertKind.NoticeEnding
        : today > lastDay ? AlertKind.NoticeUndecided
        : null;

    private static int? Past(DateOnly since, int allowed, DateOnly today)
    {
        var days = today.DayNumber - since.DayNumber;
        return days > allowed ? days : null;
    }
}
