using Portal.Domain.Evaluation;
using Portal.Domain.Rules;
using static Portal.Domain.Evaluation.EvaluationComponent;

namespace Portal.Tests.Domain.Evaluation;

public sealed class EvaluationCalculatorTests
{
    [Fact]
    public void A_short_year_is_not_asked_for_less_than_a_quarter_of_the_target()
    {
        var result = Calculate(Years.Empty with { ServiceDays = 30, Outputs = Years.Outputs(2) });

        Assert.Equal(0.082192m, result.ServiceFraction);
        Assert.Equal(2m, result[Output].Required);
        Assert.Equal(1m, result[Output].Ratio);
        Assert.Contains(UnrankedReason.InsufficientService, result.Unranked);
    }

    [Fact]
    public void A_leap_year_has_366_days()
    {
        var result = Calculate(Years.Empty with { Year = 2028, ServiceDays = 183 });

        Assert.Equal(0.5m, result.ServiceFraction);
        Assert.Equal(4m, result[Output].Required);
    }

    [Theory]
    [InlineData(182, 2, UnrankedReason.InsufficientService)]
    [InlineData(183, 1, UnrankedReason.InsufficientInvitations)]
    [InlineData(183, 2, null)]
    public void A_rank_needs_half_a_year_and_two_occasions(int serviceDays, int due, UnrankedReason? reason)
    {
        var result = Calculate(Years.Empty with { ServiceDays = serviceDays, Participations = Years.Activities(full: due, notDue: 3) });

        Assert.Equal(reason is { } expected ? [expected] : [], result.Unranked);
    }

    [Fact]
    public void Who_is_barred_for_another_reason_keeps_the_grade_and_loses_the_rank()
    {
        var result = Calculate(Years.S1 with { CommendationBarred = true });

        Assert.Equal(EvaluationGrade.Excellent, result.Grade);
        Assert.False(result.GradeLowered);
        Assert.Equal([UnrankedReason.CommendationBarred], result.Unranked);
    }

    [Fact]
    public void Being_excused_or_recused_neither_hurts_nor_helps() =>
        Assert.Equal(
            Calculate(Years.Empty with { Participations = Years.Activities(full: 3, absent: 1) }).Total,
            Calculate(Years.Empty with { Participations = Years.Activities(full: 3, absent: 1, notDue: 5) }).Total);

    [Fact]
    public void Somebody_excused_from_everything_has_no_participation_to_be_judged() =>
        Assert.Null(Calculate(Years.Empty with { Participations = Years.Activities(notDue: 4) })[Participation].Ratio);

    [Fact]
    public void A_voluntary_activity_repairs_half_an_absence_and_never_exceeds_full_marks()
    {
        Assert.Equal(0.875m, ParticipationOf([.. Years.Activities(full: 3, absent: 1), .. Years.Voluntary(AttendanceCredit.Full)]));
        Assert.Equal(1m, ParticipationOf([.. Years.Activities(full: 3, absent: 1), .. Years.Voluntary(AttendanceCredit.Full, AttendanceCredit.Full, AttendanceCredit.Full)]));
        Assert.Equal(0.8125m, ParticipationOf([.. Years.Activities(full: 3, absent: 1), .. Years.Voluntary(AttendanceCredit.Half)]));
        Assert.Equal(0.75m, ParticipationOf([.. Years.Activities(full: 3, absent: 1), .. Years.Voluntary(AttendanceCredit.None)]));
        Assert.Null(ParticipationOf(Years.Voluntary(AttendanceCredit.Full)));
    }

    [Fact]
    public void A_heavier_activity_weighs_more() =>
        Assert.Equal(
            0.666667m,
            ParticipationOf([new("whole day", true, AttendanceCredit.Full, Weight: 2m), new("meeting", true, AttendanceCredit.None)]));

    [Fact]
    public void A_training_made_up_for_counts_in_full()
    {
        var result = Calculate(Years.Empty with
        {
            Trainings = [new("a", AttendanceCredit.None, MadeUp: true), new("b", AttendanceCredit.Half), new("c", AttendanceCredit.NotDue)],
        });

        Assert.Equal(0.75m, result[Training].Ratio);
    }

    [Theory]
    [InlineData(SymposiumAttendance.Attended, 3, 1, "0.875")]
    [InlineData(SymposiumAttendance.ExcusedWithOpinion, 3, 1, "0.875")]
    [InlineData(SymposiumAttendance.Excused, 3, 1, "0.75")]
    [InlineData(SymposiumAttendance.Absent, 3, 1, "0.375")]
    [InlineData(SymposiumAttendance.Attended, 0, 0, "1")]
    [InlineData(SymposiumAttendance.Absent, 0, 0, "0")]
    [InlineData(SymposiumAttendance.Attended, 1, 2, "0.666667")] // (1 + 1/3) / 2, rounded once
    [InlineData(SymposiumAttendance.Excused, 0, 0, null)]
    public void Article_16_the_symposium_and_the_ratings_count_alike_and_one_stands_for_both(
        SymposiumAttendance attendance, int rated, int notRated, string? ratio)
    {
        var result = Calculate(Years.Empty with
        {
            Symposiums = [new("symposium", attendance)],
            AgencyRatings = Years.Ratings(rated, notRated, recused: 2),
        });

        Assert.Equal(ratio is null ? null : decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture), result[Symposium].Ratio);
    }

    [Theory]
    [InlineData(2, "1")]
    [InlineData(3, "0.9")]
    [InlineData(4, "0.8")]
    [InlineData(20, "0")]
    public void Two_frivolous_findings_a_year_are_free(int count, string ratio)
    {
        var result = Calculate(Years.Empty with { Deductions = Years.Frivolous(count) });

        Assert.Equal(decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture), result[Discipline].Ratio);
        Assert.Equal(2, result[Discipline].Items.Count(item => item.Treatment == ItemTreatment.WithinAllowance));
        Assert.False(result.GradeLowered);
    }

    [Fact]
    public void Discipline_cannot_fall_below_nothing_and_the_sum_deducted_is_still_told()
    {
        var result = Calculate(Years.Empty with
        {
            Deductions = [new("a", DeductionKind.Serious), new("b", DeductionKind.General), new("c", DeductionKind.Minor)],
        });

        Assert.Equal(0m, result[Discipline].Ratio);
        Assert.Equal(1.75m, result.Deducted);
    }

    [Fact]
    public void An_honest_error_costs_nothing() =>
        Assert.Equal(
            Calculate(Years.S6).Total,
            Calculate(Years.S6 with { Outputs = [.. Years.S6.Outputs, new("unsubstantiated", OutputGrade.R0)] }).Total);

    [Fact]
    public void Where_only_discipline_weighs_the_total_is_discipline_alone()
    {
        var scheme = EvaluationScheme.Default with { Weights = new ComponentWeights(0, 0, 0, 0, 100) };

        var result = EvaluationCalculator.Calculate(Years.Empty with { Deductions = [new("minor", DeductionKind.Minor)] }, scheme);

        Assert.Equal(new Score(75_00), result.Total);
    }

    [Theory]
    [InlineData(5_00, 96_25)]
    [InlineData(-5_00, 86_25)]
    public void Leadership_moves_a_total_by_five_points_at_most(int by, int total)
    {
        var result = Calculate(Years.S6 with { Adjustment = new ManualAdjustment(new Score(by), "reason") });

        Assert.Equal(new Score(91_25), result.Calculated);
        Assert.Equal(new Score(total), result.Total);
        Assert.Equal(total >= 90_00 ? EvaluationGrade.Excellent : EvaluationGrade.Good, result.Grade);
    }

    [Fact]
    public void A_total_stays_between_nothing_and_one_hundred() =>
        Assert.Equal(Score.Full, Calculate(Years.S1 with { Adjustment = new ManualAdjustment(new Score(5_00), "reason") }).Total);

    [Theory]
    [InlineData(5_01, "reason", nameof(EvaluationRules.AdjustmentIsTooLarge))]
    [InlineData(-5_01, "reason", nameof(EvaluationRules.AdjustmentIsTooLarge))]
    [InlineData(1_00, " ", nameof(EvaluationRules.AdjustmentHasNoReason))]
    public void An_adjustment_too_large_or_unexplained_is_refused(int by, string reason, string rule)
    {
        var facts = Years.S6 with { Adjustment = new ManualAdjustment(new Score(by), reason) };

        Assert.Equal($"Evaluation_{rule}", Assert.Throws<RuleViolationException>(() => Calculate(facts)).Violation.Code);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void Nobody_is_in_office_for_more_days_than_the_year_has(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calculate(Years.Empty with { ServiceDays = days }));

    [Fact]
    public void The_order_in_which_rows_were_read_does_not_matter()
    {
        var reversed = Years.S1 with { Outputs = [.. Years.S1.Outputs.Reverse()], Participations = [.. Years.S1.Participations.Reverse()] };

        Assert.Equal(Calculate(Years.S1)[Output].Items, Calculate(reversed)[Output].Items);
        Assert.Equal(Calculate(Years.S1).Total, Calculate(reversed).Total);
    }

    private static decimal? ParticipationOf(ParticipationFact[] participations) =>
        Calculate(Years.Empty with { Participations = participations })[Participation].Ratio;

    private static EvaluationResult Calculate(EvaluationFacts facts) => EvaluationCalculator.Calculate(facts, EvaluationScheme.Default);
}
