using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Appointments;

public sealed class AppointmentTests
{
    private static readonly (DateOnly Start, DateOnly LastDay)[] s_firstTerm = [(Day("2023-05-08"), Day("2026-05-07"))];

    [Theory]
    [InlineData("2023-05-07", false)]
    [InlineData("2023-05-08", true)]
    [InlineData("2026-05-07", true)]
    [InlineData("2026-05-08", false)]
    public void Article_17_both_ends_of_a_term_are_in_office_and_the_days_around_them_are_not(string day, bool inOffice)
    {
        Assert.Equal(inOffice, Term("2023-05-08", "2026-05-07").IsInOffice(Day(day)));
    }

    [Fact]
    public void A_term_that_ran_out_ends_by_date_whatever_is_stored()
    {
        var term = Term("2023-05-08", "2026-05-07", AppointmentState.Active);

        Assert.Equal(AppointmentState.Active, term.State);
        Assert.False(term.IsInOffice(Day("2026-05-08")));
    }

    [Theory]
    [InlineData(AppointmentState.Dismissed)]
    [InlineData(AppointmentState.Adjusted)]
    public void Article_18_who_left_early_is_in_office_to_the_day_they_left(AppointmentState state)
    {
        var term = Term("2023-05-08", "2026-05-07", state, endedOn: "2025-03-31");

        Assert.Equal(Day("2025-03-31"), term.LastDay);
        Assert.True(term.IsInOffice(Day("2025-03-31")));
        Assert.False(term.IsInOffice(Day("2025-04-01")));
    }

    [Fact]
    public void The_last_day_is_the_end_of_the_term_where_nothing_ended_it_earlier()
    {
        Assert.Equal(Day("2026-05-07"), Term("2023-05-08", "2026-05-07").LastDay);
    }

    [Theory]
    [InlineData("2023-04-22", false)]
    [InlineData("2023-04-23", true)]
    public void Article_19_no_term_begins_before_the_measures_were_in_force(string start, bool allowed)
    {
        var refusal = Appointment.WhyNotAppoint(Day(start), Day("2026-04-22"), []);

        if (allowed)
        {
            Assert.Null(refusal);
        }
        else
        {
            Refused.Same(AppointmentRules.BeforeTheMeasures(Day(start)), refusal);
        }
    }

    [Fact]
    public void A_term_does_not_end_before_it_begins()
    {
        Refused.Same(
            AppointmentRules.EndsBeforeItStarts(Day("2026-05-08"), Day("2026-05-07")),
            Appointment.WhyNotAppoint(Day("2026-05-08"), Day("2026-05-07"), []));
        Assert.Null(Appointment.WhyNotAppoint(Day("2026-05-08"), Day("2026-05-08"), []));
    }

    [Theory]
    [InlineData("2026-05-08", "2029-05-07", true)]
    [InlineData("2026-05-08", "2029-05-08", true)] // counted to the anniversary, as the Civil Code may be read
    [InlineData("2026-05-08", "2029-05-09", false)]
    [InlineData("2024-02-29", "2027-02-28", true)]
    [InlineData("2024-02-29", "2027-03-01", false)]
    public void Article_17_a_term_is_three_years_and_not_longer(string start, string end, bool allowed)
    {
        var refusal = Appointment.WhyNotAppoint(Day(start), Day(end), []);

        if (allowed)
        {
            Assert.Null(refusal);
        }
        else
        {
            Refused.Same(AppointmentRules.LongerThanATerm(Day(start), Day(end)), refusal);
        }
    }

    [Theory]
    [InlineData("2026-05-07", "2029-05-06", false)] // the last day of the first term
    [InlineData("2026-05-08", "2029-05-07", true)] // the day after
    [InlineData("2024-01-01", "2024-12-31", false)] // inside
    [InlineData("2023-04-23", "2023-05-08", false)] // reaches into its first day
    [InlineData("2023-04-23", "2023-05-07", true)] // ends on its eve
    public void Terms_of_one_person_never_overlap(string start, string end, bool allowed)
    {
        var refusal = Appointment.WhyNotAppoint(Day(start), Day(end), s_firstTerm);

        if (allowed)
        {
            Assert.Null(refusal);
        }
        else
        {
            Refused.Same(AppointmentRules.TermsOverlap(Day(start), Day(end)), refusal);
        }
    }

    [Fact]
    public void A_term_cut_short_leaves_room_for_another_from_the_next_day()
    {
        (DateOnly, DateOnly)[] cutShort = [(Day("2023-05-08"), Day("2024-06-30"))];

        Assert.Null(Appointment.WhyNotAppoint(Day("2024-07-01"), Day("2027-06-30"), cutShort));
    }

    [Fact]
    public void Article_17_terms_may_follow_one_another_as_often_as_the_office_likes()
    {
        (DateOnly, DateOnly)[] two = [.. s_firstTerm, (Day("2026-05-08"), Day("2029-05-07"))];

        Assert.Null(Appointment.WhyNotAppoint(Day("2029-05-08"), Day("2032-05-07"), two));
    }

    [Fact]
    public void The_register_cannot_bring_in_a_term_that_the_measures_do_not_allow()
    {
        Refused.By(AppointmentRules.BeforeTheMeasures(Day("2023-01-01")), () => Term("2023-01-01", "2025-12-31"));
        Refused.By(AppointmentRules.LongerThanATerm(Day("2026-01-01"), Day("2030-01-01")), () => Term("2026-01-01", "2030-01-01"));
        Refused.By(AppointmentRules.TermsOverlap(Day("2025-01-01"), Day("2027-12-31")), () => Term("2025-01-01", "2027-12-31", others: s_firstTerm));
    }

    [Fact]
    public void A_correction_from_the_register_is_held_to_three_years_too()
    {
        var term = Term("2023-05-08", "2026-05-07");

        Refused.By(AppointmentRules.EndsBeforeItStarts(Day("2023-05-08"), Day("2023-05-07")), () => Correct(term, "2023-05-07"));
        Refused.By(AppointmentRules.LongerThanATerm(Day("2023-05-08"), Day("2026-05-09")), () => Correct(term, "2026-05-09"));
        Assert.Equal(Day("2026-05-07"), term.TermEnd);
    }

    [Fact]
    public void A_correction_from_the_register_takes_over_everything_but_the_person_and_the_first_day()
    {
        var term = Term("2023-05-08", "2026-05-07");
        var person = term.Person;

        term.CorrectFromRegister(SourceCategory.PublicRepresentative, RecruitmentChannel.UnitRecommendation, Day("2026-05-06"), AppointmentState.Dismissed, Day("2025-01-31"), DismissalGround.Resignation, "moved");

        Assert.Equal(person, term.Person);
        Assert.Equal(Day("2023-05-08"), term.TermStart);
        Assert.Equal((SourceCategory.PublicRepresentative, RecruitmentChannel.UnitRecommendation), (term.Group, term.Channel));
        Assert.Equal((AppointmentState.Dismissed, Day("2025-01-31"), DismissalGround.Resignation), (term.State, term.EndedOn!.Value, term.Ground!.Value));
        Assert.Equal((Day("2026-05-06"), "moved"), (term.TermEnd, term.Remark));
    }

    [Fact]
    public void Article_18_has_six_grounds_numbered_as_its_items()
    {
        Assert.Equal(
            [DismissalGround.CriminalOrDisciplinaryOrSerious, DismissalGround.InactiveOneYear, DismissalGround.PersonalGainOrCardLending, DismissalGround.WorkOrHealth, DismissalGround.Resignation, DismissalGround.OtherUnsuitable],
            Enum.GetValues<DismissalGround>());
        Assert.Equal(Enumerable.Range(1, 6), Enum.GetValues<DismissalGround>().Select(g => (int)g));
    }

    private static void Correct(Appointment term, string end) =>
        term.CorrectFromRegister(term.Group, term.Channel, Day(end), term.State, term.EndedOn, term.Ground, term.Remark);

    private static Appointment Term(
        string start, string end, AppointmentState state = AppointmentState.Active, string? endedOn = null, IEnumerable<(DateOnly, DateOnly)>? others = null) =>
        Appointment.FromRegister(
            AppointmentId.New(), PersonId.New(), 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment,
            Day(start), Day(end), state, endedOn is null ? null : Day(endedOn), ground: null, remark: null, others ?? []);
}
