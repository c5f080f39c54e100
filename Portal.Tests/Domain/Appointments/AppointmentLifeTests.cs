using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Time;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Appointments.ATerm;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.Appointments;

public sealed class AppointmentLifeTests
{
    [Theory]
    [InlineData("2023-12-01", null, "2026-11-30")]
    [InlineData("2024-02-29", null, "2027-02-28")]
    [InlineData("2025-06-01", "2026-11-30", "2026-11-30")]
    [InlineData("2023-05-01", "2027-01-01", "2026-04-30")]
    public void Article_17_a_term_is_three_years_or_ends_with_its_cohort(string start, string? cohortEnd, string end)
    {
        Assert.Equal(Day(end), Granted(Day(start), cohortEnd is null ? null : Day(cohortEnd)).TermEnd);
    }

    [Fact]
    public void Article_19_nobody_is_appointed_before_the_measures_or_twice_at_once()
    {
        Refused.By(AppointmentRules.BeforeTheMeasures(Day("2023-04-22")), () => Granted(Day("2023-04-22")));
        Refused.By(
            AppointmentRules.TermsOverlap(Monday, Day("2029-11-22")),
            () => Appointment.Grant(AppointmentId.New(), PersonId.New(), 2, SourceCategory.GrassrootsWorker, RecruitmentChannel.Other, Monday, TermEndRule.DayBeforeAnniversary, null, [(Start, End)], Monday));
    }

    [Theory]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    public void Article_17_a_renewal_is_decided_on_the_last_day_at_the_latest(string today, bool possible)
    {
        var refusal = Granted().WhyNotRenew(Day(today), Day("1980-01-01"), AgeCountRule.OnBirthday, 90, recordClear: true);

        Assert.Equal(possible, refusal is null);
        if (!possible)
        {
            Refused.Same(AppointmentRules.RenewedTooLate(End), refusal);
        }
    }

    [Theory]
    [InlineData("1955-12-02", true)]
    [InlineData("1955-12-01", false)]
    public void Article_5_1_age_is_looked_at_for_the_first_day_of_the_new_term(string born, bool possible)
    {
        var refusal = Granted().WhyNotRenew(Monday, Day(born), AgeCountRule.OnBirthday, 90, recordClear: true);

        Assert.Equal(possible, refusal is null);
        if (!possible)
        {
            Refused.Same(AppointmentRules.AgeAtRenewal(71), refusal);
        }
    }

    [Fact]
    public void Article_5_5_a_record_that_is_not_clear_stops_the_renewal()
    {
        Refused.Same(AppointmentRules.RecordNotClear(), Granted().WhyNotRenew(Monday, null, AgeCountRule.OnBirthday, 90, recordClear: false));
    }

    [Theory]
    // Ninety days before 30 November 2026 is 1 September: 30 days of September, 31 of October, 29 of November to its 30th.
    [InlineData("2026-09-01", true)]
    [InlineData("2026-08-31", false)]
    public void Article_17_a_term_is_looked_at_for_renewal_towards_its_end_only(string today, bool possible)
    {
        var refusal = Granted().WhyNotRenew(Day(today), Day("1980-01-01"), AgeCountRule.OnBirthday, 90, recordClear: true);

        Assert.Equal(possible, refusal is null);
        if (!possible)
        {
            Refused.Same(AppointmentRules.RenewedTooEarly(End, Day("2026-09-01")), refusal);
        }
    }

    [Fact]
    public void Article_10_each_day_knows_its_group()
    {
        var term = Granted();
        term.ChangeGroup(SourceCategory.IndustryAssociation, Clerk, "转任协会", Monday);

        Assert.Equal(SourceCategory.PublicRepresentative, term.GroupOn(Monday.AddDays(-1)));
        Assert.Equal(SourceCategory.IndustryAssociation, term.GroupOn(Monday));
        term.ChangeGroup(SourceCategory.GrassrootsWorker, Clerk, "再转", Monday.AddDays(2));
        Assert.Equal(SourceCategory.IndustryAssociation, term.GroupOn(Monday.AddDays(1)));
        Assert.Equal(SourceCategory.GrassrootsWorker, term.Group);
        Refused.By(AppointmentRules.SameGroup(SourceCategory.GrassrootsWorker), () => term.ChangeGroup(SourceCategory.GrassrootsWorker, Clerk, "x", Monday.AddDays(3)));
        Refused.By(AppointmentRules.ReasonMissing(), () => term.ChangeGroup(SourceCategory.PublicRepresentative, Clerk, "", Monday.AddDays(3)));
    }

    [Fact]
    public void Article_18_rights_end_before_the_first_day_without_office()
    {
        var term = Granted();
        term.Dismiss(DismissalGround.WorkOrHealth, Monday, Monday);

        Assert.False(term.IsInOffice(Monday));
        Assert.True(term.IsInOffice(Monday.AddDays(-1)));
        Refused.By(AppointmentRules.NotInOffice(Monday), () => term.Adjust(Monday, "x", Monday));
    }

    [Theory]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-12-02", false)]
    public void Office_is_not_lost_backwards_nor_after_the_term_has_ended_anyway(string effectiveOn, bool possible)
    {
        Assert.Equal(possible, Granted().WhyNotEffective(Day(effectiveOn), Monday) is null);
    }

    [Fact]
    public void Article_17_2_a_mid_term_adjustment_needs_reasons_and_no_ground()
    {
        var term = Granted();
        Refused.By(AppointmentRules.ReasonMissing(), () => term.Adjust(Monday, " ", Monday));
        term.Adjust(Monday.AddDays(3), "名额调整", Monday);

        Assert.Equal((AppointmentState.Adjusted, (DismissalGround?)null), (term.State, term.Ground));
        Assert.True(term.IsInOffice(Monday.AddDays(2)));
        Assert.False(term.IsInOffice(Monday.AddDays(3)));
    }

    [Fact]
    public void Article_18_reaches_whoever_is_in_office_although_a_later_end_is_decided()
    {
        var term = Granted();
        term.Dismiss(DismissalGround.Resignation, Monday.AddDays(8), Monday);

        Assert.Null(term.WhyNotEnd(Monday.AddDays(7)));
        Refused.By(AppointmentRules.WrongState(AppointmentState.Dismissed), () => term.Adjust(Monday.AddDays(2), "名额调整", Monday));
        Refused.By(AppointmentRules.EffectiveOutOfTerm(Monday, Monday.AddDays(7)), () => term.Dismiss(DismissalGround.PersonalGainOrCardLending, Monday.AddDays(9), Monday));
        term.Dismiss(DismissalGround.PersonalGainOrCardLending, Monday.AddDays(2), Monday);

        Assert.Equal((DismissalGround.PersonalGainOrCardLending, Monday.AddDays(1)), (term.Ground, term.LastDay));
        Refused.Same(AppointmentRules.NotInOffice(Monday.AddDays(2)), term.WhyNotEnd(Monday.AddDays(2)));
    }

    [Fact]
    public void Article_17_a_term_that_ran_out_is_put_into_the_record_once()
    {
        var term = Granted();
        Refused.By(AppointmentRules.StillRunning(End), () => term.RunOut(renewed: false, End));
        term.RunOut(renewed: false, End.AddDays(5));

        Assert.Equal(AppointmentState.AutoEnded, term.State);
        Refused.By(AppointmentRules.WrongState(AppointmentState.AutoEnded), () => term.RunOut(renewed: true, End.AddDays(6)));

        var renewed = Granted();
        renewed.RunOut(renewed: true, End.AddDays(1));
        Assert.Equal(AppointmentState.Completed, renewed.State);
    }

    [Fact]
    public void A_renewal_waits_for_its_first_day_and_the_day_gives_the_rights()
    {
        var renewal = Granted(End.AddDays(1), today: Monday);

        Assert.Equal(AppointmentState.Upcoming, renewal.State);
        Refused.By(AppointmentRules.NotYetBegun(End.AddDays(1)), () => renewal.Begin(End));
        Assert.True(renewal.IsInOffice(End.AddDays(1)));
        Assert.Null(renewal.WhyNotEnd(End.AddDays(1)));
        renewal.Begin(End.AddDays(1));
        Assert.Equal(AppointmentState.Active, renewal.State);
    }

    [Fact]
    public void A_renewal_falls_away_with_the_term_before_it()
    {
        var renewal = Granted(End.AddDays(1), today: Monday);
        renewal.FallAway(Monday);

        Assert.False(renewal.IsInOffice(End.AddDays(1)));
        Refused.By(AppointmentRules.WrongState(AppointmentState.Adjusted), () => renewal.FallAway(Monday));
        Assert.True(renewal.HasFallenAway);
        // Its days are nobody's: whoever was selected anew may begin on any of them.
        Assert.Null(Appointment.WhyNotAppoint(Day("2026-11-25"), End.AddDays(30), [(renewal.TermStart, renewal.LastDay)]));
    }
}
