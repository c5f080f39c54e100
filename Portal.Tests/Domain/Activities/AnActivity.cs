using Portal.Domain.Activities;
using Portal.Domain.People;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Activities;

/// <summary>Activities as tests need them: a visit of one agency on 10 June 2026.</summary>
internal static class AnActivity
{
    public static DateOnly OnDay { get; } = Day("2026-06-10");

    public static Activity Planned(SupervisionMode mode = SupervisionMode.OpenVisit, params AgencyId[] agencies) =>
        Activity.Plan(
            ActivityId.New(), "2026-01", "Visit", ActivityKind.Supervision, mode, OnDay, hourTenths: 30,
            mandatory: true, requiresDocumentAccess: false, agencies.Length > 0 ? agencies : [AgencyId.New()], remark: null);

    /// <summary>An activity that came to this state in the lawful way.</summary>
    public static Activity In(ActivityState state, SupervisionMode mode = SupervisionMode.OpenVisit)
    {
        var activity = Planned(mode);
        switch (state)
        {
            case ActivityState.Draft:
                break;
            case ActivityState.Published:
                activity.Publish();
                break;
            case ActivityState.InProgress:
                activity.Publish();
                activity.Start(OnDay, []);
                break;
            case ActivityState.Completed:
                activity.Publish();
                activity.Start(OnDay, []);
                activity.Complete(withoutAttendance: 0);
                break;
            case ActivityState.Archived:
                activity.Publish();
                activity.Start(OnDay, []);
                activity.Complete(withoutAttendance: 0);
                activity.Archive(reportFiled: true);
                break;
            case ActivityState.Cancelled:
                activity.Cancel("storm");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state));
        }

        return activity;
    }
}
