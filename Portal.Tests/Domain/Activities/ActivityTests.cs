using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;

namespace Portal.Tests.Domain.Activities;

public sealed class ActivityTests
{
    private static readonly Dictionary<string, (Action<Activity> Do, ActivityState[] From, ActivityState To)> s_acts = new()
    {
        ["publish"] = (a => a.Publish(), [ActivityState.Draft], ActivityState.Published),
        ["start"] = (a => a.Start(AnActivity.OnDay, []), [ActivityState.Published], ActivityState.InProgress),
        ["complete"] = (a => a.Complete(withoutAttendance: 0), [ActivityState.InProgress], ActivityState.Completed),
        ["archive"] = (a => a.Archive(reportFiled: true), [ActivityState.Completed], ActivityState.Archived),
        ["cancel"] = (a => a.Cancel("storm"), [ActivityState.Draft, ActivityState.Published], ActivityState.Cancelled),
    };

    public static TheoryData<ActivityState, string> Cells() =>
        [.. Enum.GetValues<ActivityState>().SelectMany(_ => s_acts.Keys, (state, act) => (state, act))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_act_leads_on_from_the_states_it_belongs_to_and_is_refused_in_every_other(ActivityState state, string act)
    {
        var (perform, from, to) = s_acts[act];
        var activity = AnActivity.In(state);

        if (from.Contains(state))
        {
            perform(activity);
            Assert.Equal(to, activity.State);
        }
        else
        {
            Refused.By(ActivityRules.WrongState(state), () => perform(activity));
            Assert.Equal(state, activity.State);
        }
    }

    [Fact]
    public void Article_7_supervision_says_how_it_is_carried_out()
    {
        Refused.Same(ActivityRules.ModeMissing(), Activity.WhyNotPlan(ActivityKind.Supervision, null, [AgencyId.New()]));
    }

    [Fact]
    public void Article_7_supervision_says_which_agency_it_is_of()
    {
        Refused.Same(ActivityRules.AgencyMissing(), Activity.WhyNotPlan(ActivityKind.Supervision, SupervisionMode.Research, []));
        Assert.Null(Activity.WhyNotPlan(ActivityKind.Supervision, SupervisionMode.Research, [AgencyId.New()]));
    }

    [Theory]
    [InlineData(ActivityKind.Training)]
    [InlineData(ActivityKind.Meeting)]
    [InlineData(ActivityKind.Symposium)]
    public void Other_activities_need_neither_and_keep_no_mode(ActivityKind kind)
    {
        var activity = Activity.Plan(
            ActivityId.New(), "2026-02", "Together", kind, SupervisionMode.OpenVisit, AnActivity.OnDay, 20, mandatory: false, requiresDocumentAccess: false, [], remark: null);

        Assert.Null(activity.Mode);
        Assert.Equal(ActivityState.Draft, activity.State);
        Assert.Equal(1, activity.Weight);
    }

    [Fact]
    public void An_activity_begins_on_its_day_and_not_before()
    {
        var activity = AnActivity.In(ActivityState.Published);

        Refused.By(ActivityRules.NotBeforeItsDay(AnActivity.OnDay), () => activity.Start(AnActivity.OnDay.AddDays(-1), []));
        Assert.Equal(ActivityState.Published, activity.State);
        Assert.Null(activity.WhyNotStart(AnActivity.OnDay, []));
        Assert.Null(activity.WhyNotStart(AnActivity.OnDay.AddDays(1), []));
    }

    [Fact]
    public void Article_12_an_activity_with_documents_begins_when_everybody_has_a_letter()
    {
        var without = Planned(documents: false);
        Assert.Null(without.WhyNotStart(AnActivity.OnDay, ["谭示安"]));

        var with = Planned(documents: true);
        Refused.By(ActivityRules.LetterMissing(["谭示安", "罗例清"]), () => with.Start(AnActivity.OnDay, ["谭示安", "罗例清"]));
        Refused.Same(ActivityRules.NotBeforeItsDay(AnActivity.OnDay), with.WhyNotStart(AnActivity.OnDay.AddDays(-1), ["谭示安"]));
        with.Start(AnActivity.OnDay, []);
        Assert.Equal(ActivityState.InProgress, with.State);

        static Activity Planned(bool documents)
        {
            var activity = Activity.Plan(
                ActivityId.New(), "2026-02", "Files", ActivityKind.Supervision, SupervisionMode.OpenVisit, AnActivity.OnDay, 20, mandatory: true, requiresDocumentAccess: documents, [AgencyId.New()], remark: null);
            activity.Publish();
            return activity;
        }
    }

    [Fact]
    public void Attendance_is_recorded_from_the_day_on_while_the_activity_is_in_progress()
    {
        Refused.Same(ActivityRules.NotBeforeItsDay(AnActivity.OnDay), AnActivity.In(ActivityState.InProgress).WhyNotRecordAttendance(AnActivity.OnDay.AddDays(-1)));
        Refused.Same(ActivityRules.WrongState(ActivityState.Published), AnActivity.In(ActivityState.Published).WhyNotRecordAttendance(AnActivity.OnDay));
        Refused.Same(ActivityRules.WrongState(ActivityState.Completed), AnActivity.In(ActivityState.Completed).WhyNotRecordAttendance(AnActivity.OnDay));
        Assert.Null(AnActivity.In(ActivityState.InProgress).WhyNotRecordAttendance(AnActivity.OnDay));
    }

    [Fact]
    public void An_activity_is_not_completed_while_anybodys_attendance_is_open()
    {
        var activity = AnActivity.In(ActivityState.InProgress);

        Refused.By(ActivityRules.AttendanceMissing(2), () => activity.Complete(withoutAttendance: 2));
        Assert.Equal(ActivityState.InProgress, activity.State);
    }

    [Fact]
    public void An_activity_is_not_archived_without_its_report()
    {
        var activity = AnActivity.In(ActivityState.Completed);

        Refused.By(ActivityRules.ReportMissing(), () => activity.Archive(reportFiled: false));
        Assert.Equal(ActivityState.Completed, activity.State);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Who_cancels_says_why(string reason)
    {
        var activity = AnActivity.In(ActivityState.Published);

        Refused.By(ActivityRules.ReasonMissing(), () => activity.Cancel(reason));
        Assert.Equal(ActivityState.Published, activity.State);
    }

    [Fact]
    public void The_reason_of_a_cancellation_is_kept()
    {
        Assert.Equal("storm", AnActivity.In(ActivityState.Cancelled).CancelReason);
    }

    [Theory]
    [InlineData(ActivityState.Draft, true)]
    [InlineData(ActivityState.Published, true)]
    [InlineData(ActivityState.InProgress, false)]
    [InlineData(ActivityState.Completed, false)]
    [InlineData(ActivityState.Archived, false)]
    [InlineData(ActivityState.Cancelled, false)]
    public void People_are_invited_before_it_begins(ActivityState state, bool possible)
    {
        var refusal = AnActivity.In(state).WhyNotInvite(inOfficeOnTheDay: true, recused: false, placesTaken: 0);

        Assert.Equal(possible ? null : "Activity_WrongState", refusal?.Code);
    }

    [Fact]
    public void An_unannounced_visit_is_secret_until_it_has_happened()
    {
        var visit = AnActivity.In(ActivityState.Published, SupervisionMode.UnannouncedVisit);

        Assert.True(visit.IsSecretOn(AnActivity.OnDay.AddDays(-1)));
        Assert.True(visit.IsSecretOn(AnActivity.OnDay));
        Assert.False(visit.IsSecretOn(AnActivity.OnDay.AddDays(1)));
        Assert.False(AnActivity.In(ActivityState.Completed, SupervisionMode.UnannouncedVisit).IsSecretOn(AnActivity.OnDay));
        Assert.False(AnActivity.In(ActivityState.Cancelled, SupervisionMode.UnannouncedVisit).IsSecretOn(AnActivity.OnDay.AddDays(-1)));
        Assert.False(AnActivity.In(ActivityState.Published, SupervisionMode.OpenVisit).IsSecretOn(AnActivity.OnDay.AddDays(-1)));
    }

    [Fact]
    public void The_register_brings_in_an_activity_in_the_state_it_has_reached()
    {
        var (first, second) = (AgencyId.New(), AgencyId.New());
        var activity = Activity.FromRegister(
            ActivityId.New(), "2025-03", "Visit", ActivityKind.Supervision, SupervisionMode.Research, AnActivity.OnDay, 25, true, true, [first, first, second], ActivityState.Archived, "r");

        Assert.Equal(ActivityState.Archived, activity.State);
        Assert.Equal([first, second], activity.Agencies.Select(a => a.Agency));
    }

    [Fact]
    public void Article_7_holds_for_history_too()
    {
        var activity = AnActivity.In(ActivityState.Completed);

        Refused.By(ActivityRules.ModeMissing(), () => Activity.FromRegister(
            ActivityId.New(), "2025-03", "Visit", ActivityKind.Supervision, null, AnActivity.OnDay, 25, true, false, [AgencyId.New()], ActivityState.Completed, null));
        Refused.By(ActivityRules.AgencyMissing(), () => activity.CorrectFromRegister(
            "Visit", ActivityKind.Supervision, SupervisionMode.Research, AnActivity.OnDay, 25, true, false, [], ActivityState.Completed, null));
    }

    [Fact]
    public void A_correction_keeps_the_agencies_that_stay_and_replaces_the_others()
    {
        var (stays, goes, comes) = (AgencyId.New(), AgencyId.New(), AgencyId.New());
        var activity = AnActivity.Planned(SupervisionMode.OpenVisit, stays, goes);
        var kept = activity.Agencies[0];

        activity.CorrectFromRegister("Visit", ActivityKind.Supervision, SupervisionMode.Other, AnActivity.OnDay.AddDays(1), 40, false, false, [stays, comes], ActivityState.Completed, "moved");

        Assert.Equal([stays, comes], activity.Agencies.Select(a => a.Agency));
        Assert.Same(kept, activity.Agencies[0]);
        Assert.Equal((AnActivity.OnDay.AddDays(1), 40, ActivityState.Completed), (activity.Date, activity.HourTenths, activity.State));
    }
}
