using Portal.Data.Evaluations;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.Evaluation;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Tests.Domain.Evaluation;
using Portal.Tests.Support;
using static Portal.Tests.Data.Evaluations.OfficeRows;

namespace Portal.Tests.Data.Evaluations;

public sealed class YearOfEvaluationTests : IDisposable
{
    private readonly PortalDb _db = new();
    private readonly OfficeRows _rows = new();

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task Attendance_becomes_credit_and_what_was_not_owed_does_not_count()
    {
        var person = _rows.Supervisor("甲");
        _rows.Took(person, "01", ParticipationState.Attended);
        _rows.Took(person, "02", ParticipationState.AttendedPartly);
        _rows.Took(person, "03", ParticipationState.Absent);
        _rows.Took(person, "04", ParticipationState.Invited);
        _rows.Took(person, "05", ParticipationState.Accepted);
        _rows.Took(person, "06", ParticipationState.LeaveRequested);
        _rows.Took(person, "07", ParticipationState.Excused);
        _rows.Took(person, "08", ParticipationState.Recused);
        _rows.Took(person, "09", ParticipationState.Void);
        _rows.Took(person, "10", ParticipationState.Attended, mandatory: false);

        var facts = await FactsOfAsync(person);

        Assert.Equal(
            [
                new("01", true, AttendanceCredit.Full), new("02", true, AttendanceCredit.Half),
                new("03", true, AttendanceCredit.None), new("04", true, AttendanceCredit.NotRecorded), new("05", true, AttendanceCredit.NotRecorded), new("06", true, AttendanceCredit.NotRecorded),
                new("07", true, AttendanceCredit.NotDue), new("08", true, AttendanceCredit.NotDue), new("09", true, AttendanceCredit.NotDue),
                new ParticipationFact("10", false, AttendanceCredit.Full),
            ],
            facts.Participations);
    }

    [Fact]
    public async Task Activities_still_to_come_drafts_cancelled_ones_and_other_years_do_not_count()
    {
        var person = _rows.Supervisor("甲", start: Day(1, 1, 2025), end: Day(12, 31, 2027));
        _rows.Took(person, "today", ParticipationState.Attended, OfficeClock.Anchor);
        _rows.Took(person, "tomorrow", ParticipationState.Accepted, OfficeClock.Anchor.AddDays(1), activity: ActivityState.Published);
        _rows.Took(person, "draft", ParticipationState.Invited, activity: ActivityState.Draft);
        _rows.Took(person, "cancelled", ParticipationState.Void, activity: ActivityState.Cancelled);
        _rows.Took(person, "last year", ParticipationState.Absent, Day(12, 31, 2025));

        Assert.Equal(["today"], (await FactsOfAsync(person)).Participations.Select(fact => fact.Reference));
    }

    [Fact]
    public async Task Nobody_owes_attendance_out_of_office()
    {
        var person = _rows.Supervisor("甲", start: Day(7, 2), end: Day(7, 1, 2029));
        _rows.Took(person, "before", ParticipationState.Absent, Day(7, 1));
        _rows.Took(person, "first day", ParticipationState.Attended, Day(7, 2));

        Assert.Equal(["first day"], (await FactsOfAsync(person)).Participations.Select(fact => fact.Reference));
    }

    [Fact]
    public async Task An_attendance_that_nobody_recorded_neither_hurts_nor_counts_as_an_invitation_to_rank_by()
    {
        var person = _rows.Supervisor("甲");
        _rows.Took(person, "01", ParticipationState.Attended);
        _rows.Took(person, "02", ParticipationState.Accepted, activity: ActivityState.InProgress);
        _rows.SaveTo(_db);

        var result = Assert.Single(await new YearOfEvaluation(_db).TakeAsync(2026, OfficeClock.Anchor, TestContext.Current.CancellationToken)).Result;

        Assert.Equal(1m, result[EvaluationComponent.Participation].Ratio);
        Assert.Contains(new ScoredItem("02", ItemTreatment.NotRecorded, 0m), result[EvaluationComponent.Participation].Items);
        Assert.Contains(UnrankedReason.InsufficientInvitations, result.Unranked);
    }

    [Fact]
    public async Task Trainings_and_symposiums_are_judged_on_their_own()
    {
        var person = _rows.Supervisor("甲");
        _rows.Took(person, "T1", ParticipationState.Attended, kind: ActivityKind.Training);
        _rows.Took(person, "T2", ParticipationState.Absent, kind: ActivityKind.Training);
        _rows.Took(person, "T3", ParticipationState.Attended, kind: ActivityKind.Training, mandatory: false);
        _rows.Took(person, "S1", ParticipationState.AttendedPartly, kind: ActivityKind.Symposium);
        _rows.Took(person, "S2", ParticipationState.Excused, kind: ActivityKind.Symposium);
        _rows.Took(person, "S3", ParticipationState.Invited, kind: ActivityKind.Symposium);

        var facts = await FactsOfAsync(person);

        Assert.Empty(facts.Participations);
        Assert.Equal([new TrainingFact("T1", AttendanceCredit.Full), new TrainingFact("T2", AttendanceCredit.None)], facts.Trainings);
        Assert.Equal(
            [new SymposiumFact("S1", SymposiumAttendance.Attended), new("S2", SymposiumAttendance.Excused), new("S3", SymposiumAttendance.NotRecorded)],
            facts.Symposiums);
    }

    [Fact]
    public async Task A_finding_counts_in_the_year_it_was_closed_for_all_who_reported_it()
    {
        var lead = _rows.Supervisor("甲");
        var other = _rows.Supervisor("乙");
        _rows.Closed("WT-1", lead, FindingGrade.R3, coAuthors: other);
        _rows.Closed("WT-2", lead, FindingGrade.R2, state: FindingState.FedBack);
        _rows.Closed("last year", lead, FindingGrade.R4, Day(12, 31, 2025));
        _rows.Closed("not graded", lead, null);
        _rows.Closed("open", lead, FindingGrade.R3, state: FindingState.Verified);
        _rows.Add(ClosedLater("WT-3", lead, fedBack: Day(12, 20, 2025), closed: Day(1, 5)));
        _rows.Add(ClosedLater("WT-4", lead, fedBack: Day(11, 20), closed: Day(11, 24))); // after today

        Assert.Equal(
            [new OutputFact("WT-1", OutputGrade.R3), new("WT-2", OutputGrade.R2), new("WT-3", OutputGrade.R1)],
            (await FactsOfAsync(lead)).Outputs);
        Assert.Equal([new OutputFact("WT-1", OutputGrade.R3, CoReporter: true)], (await FactsOfAsync(other)).Outputs);
    }

    [Fact]
    public async Task Repeating_what_was_reported_before_earns_nothing_although_the_result_is_heard()
    {
        var first = _rows.Supervisor("甲");
        var second = _rows.Supervisor("乙");
        var now = new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);
        var master = Submitted("WT-1", first);
        var repeated = Submitted("WT-2", second);
        repeated.MergeInto(master, first, "same", now);
        master.NotAccept(first, "reason", now, Day(6, 2));
        master.FeedBack(first, "words", now, Day(6, 3));
        master.Close(first, FindingGrade.R2, null, "note", now, Day(6, 4));
        _rows.Add(master);
        _rows.Add(repeated);

        Assert.Equal(
            [new OutputFact("WT-1", OutputGrade.R2, CoReporter: true, Duplicate: DuplicateKind.WithoutMaterialEvidence)],
            (await FactsOfAsync(second)).Outputs);
        Assert.Equal(0m, Assert.Single(EvaluationCalculator.Calculate(await FactsOfAsync(second), EvaluationScheme.Default)[EvaluationComponent.Output].Items).Value);
    }

    [Fact]
    public async Task Days_in_office_are_counted_as_appointed_and_continuous_terms_add_up()
    {
        var whole = _rows.Supervisor("甲");
        var fromJuly = _rows.Supervisor("乙", start: Day(7, 2), end: Day(7, 1, 2029));
        var left = _rows.Supervisor("丙", endedOn: Day(3, 31));
        var renewed = _rows.Supervisor("丁", start: Day(7, 1, 2023), end: Day(6, 30), endedOn: Day(6, 30));
        _rows.Term(renewed, Day(7, 1), Day(6, 30, 2029), SourceCategory.PublicRepresentative, sequence: 2);
        var granted = _rows.Supervisor("己", start: Day(12, 18, 2023), end: Day(12, 17));
        _rows.Term(granted, Day(12, 18), Day(12, 17, 2029), sequence: 2);
        var fellAway = _rows.Supervisor("庚", start: Day(12, 18, 2023), end: Day(12, 17), endedOn: Day(3, 31));
        _rows.Term(fellAway, Day(12, 18), Day(12, 17, 2029), sequence: 2, endedOn: Day(12, 17));
        var doubled = _rows.Supervisor("戊");
        _rows.Term(doubled, Day(12, 1), Day(11, 30, 2029), sequence: 2);
        _rows.SaveTo(_db);

        var facts = (await Evaluation.FactsAsync(2026, OfficeClock.Anchor, Stop)).ToDictionary(year => year.Person);

        Assert.Equal((365, 183, 90, 365, 365), (Days(whole), Days(fromJuly), Days(left), Days(renewed), Days(doubled)));
        Assert.Equal((365, 90), (Days(granted), Days(fellAway)));
        Assert.Equal(SourceCategory.PublicRepresentative, facts[renewed].Group);

        int Days(PersonId person) => facts[person].Facts.ServiceDays;
    }

    [Fact]
    public async Task Whoever_was_not_in_office_in_the_year_is_not_there()
    {
        _rows.Supervisor("last year's", start: Day(5, 1, 2023), end: Day(12, 31, 2025));
        _rows.Supervisor("left before", start: Day(5, 1, 2024), end: Day(4, 30, 2027), endedOn: Day(12, 31, 2025));
        _rows.Supervisor("to come", start: OfficeClock.Anchor.AddDays(1), end: Day(11, 1, 2029));
        var person = _rows.Supervisor("甲", start: OfficeClock.Anchor, end: Day(11, 1, 2029));
        _rows.SaveTo(_db);

        Assert.Equal([person], (await TakeAsync()).Select(one => one.Person));
        Assert.Equal(2, (await TakeAsync(2025)).Count);
        Assert.Empty(await TakeAsync(2027));
        Assert.Empty(await TakeAsync(0));
    }

    [Fact]
    public async Task S1_comes_out_of_the_rows_as_on_paper()
    {
        var person = _rows.Supervisor("S1");
        Diligent(person);
        Outputs(person, FindingGrade.R3, FindingGrade.R2, FindingGrade.R2, FindingGrade.R1, FindingGrade.R1, FindingGrade.R1);
        _rows.SaveTo(_db);

        var judged = Assert.Single(await TakeAsync());

        Assert.Equal((new Score(100_00), EvaluationGrade.Excellent, 1), (judged.Result.Total, judged.Result.Grade, judged.Rank));
    }

    [Fact]
    public async Task S2_comes_out_of_the_rows_as_on_paper_once_ratings_and_the_breach_are_added()
    {
        var person = _rows.Supervisor("S2");
        foreach (var (index, state) in new[]
        {
            ParticipationState.Attended, ParticipationState.Attended, ParticipationState.Attended,
            ParticipationState.AttendedPartly, ParticipationState.Excused, ParticipationState.Absent,
        }.Index())
        {
            _rows.Took(person, $"A{index}", state);
        }

        _rows.Took(person, "T1", ParticipationState.Attended, kind: ActivityKind.Training);
        _rows.Took(person, "T2", ParticipationState.Attended, kind: ActivityKind.Training);
        _rows.Took(person, "T3", ParticipationState.Absent, kind: ActivityKind.Training);
        _rows.Took(person, "S", ParticipationState.Excused, kind: ActivityKind.Symposium);
        Outputs(person, FindingGrade.R2, FindingGrade.R1);

        var facts = await FactsOfAsync(person) with { AgencyRatings = Years.S2.AgencyRatings, Deductions = Years.S2.Deductions };
        var result = EvaluationCalculator.Calculate(facts, EvaluationScheme.Default);

        Assert.Equal((new Score(59_63), EvaluationGrade.NeedsImprovement), (result.Total, result.Grade));
    }

    [Fact]
    public async Task S3_comes_out_of_the_rows_as_on_paper()
    {
        var person = _rows.Supervisor("S3", start: Day(7, 2), end: Day(7, 1, 2029));
        for (var index = 0; index < 4; index++)
        {
            _rows.Took(person, $"A{index}", index == 0 ? ParticipationState.Recused : ParticipationState.Attended);
        }

        _rows.Took(person, "T", ParticipationState.Attended, kind: ActivityKind.Training);
        _rows.Took(person, "S", ParticipationState.Attended, kind: ActivityKind.Symposium);
        Outputs(person, FindingGrade.R3);
        _rows.SaveTo(_db);

        var judged = Assert.Single(await TakeAsync());

        Assert.Equal((new Score(91_18), EvaluationGrade.Excellent, 1), (judged.Result.Total, judged.Result.Grade, judged.Rank));
    }

    [Fact]
    public async Task Equal_scores_share_a_rank_among_all_and_in_their_group()
    {
        PersonId[] people =
        [
            _rows.Supervisor("third of all", SourceCategory.PublicRepresentative),
            _rows.Supervisor("tied", SourceCategory.PublicRepresentative),
            _rows.Supervisor("tied too", SourceCategory.IndustryAssociation),
            _rows.Supervisor("new", SourceCategory.IndustryAssociation, start: Day(11, 1), end: Day(10, 31, 2029)),
        ];
        Diligent(people);
        Outputs(people[0], FindingGrade.R3);
        Outputs(people[1], FindingGrade.R4);
        Outputs(people[2], FindingGrade.R4);
        _rows.SaveTo(_db);

        Assert.Equal(
            [("tied", 1, 1), ("tied too", 1, 1), ("third of all", 3, 2), ("new", null, null)],
            (await TakeAsync()).Select(one => (one.Name, one.Rank, one.RankInGroup)));
    }

    [Fact]
    public async Task People_without_a_card_and_with_the_same_figures_keep_their_own_names()
    {
        foreach (var name in new[] { "甲", "乙" })
        {
            var person = PersonId.New();
            _rows.Add(Person.Staff(person, name));
            _rows.Term(person, Day(1, 1), Day(12, 31, 2028));
        }

        _rows.SaveTo(_db);

        Assert.Equal(["甲", "乙"], (await TakeAsync()).Select(one => one.Name).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_card_is_the_valid_one_whatever_was_lost_before()
    {
        var person = _rows.Supervisor("甲");
        _rows.Card(person, "T999", CardState.Lost);
        _rows.SaveTo(_db);

        Assert.Equal("T000", Assert.Single(await TakeAsync()).CardNumber);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public async Task The_number_of_queries_does_not_depend_on_the_number_of_people(int people)
    {
        PersonId[] all = [.. Enumerable.Range(0, people).Select(n => _rows.Supervisor($"{n}"))];
        Diligent(all);
        foreach (var person in all)
        {
            Outputs(person, FindingGrade.R2, FindingGrade.R1);
        }

        _rows.SaveTo(_db);
        var counted = new CountingContexts(_db);

        Assert.Equal(people, (await new YearOfEvaluation(counted).TakeAsync(2026, OfficeClock.Anchor, Stop)).Count);
        Assert.Equal(6, counted.Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private YearOfEvaluation Evaluation => new(_db);

    private Task<IReadOnlyList<EvaluatedSupervisor>> TakeAsync(int year = 2026) => Evaluation.TakeAsync(year, OfficeClock.Anchor, Stop);

    private async Task<EvaluationFacts> FactsOfAsync(PersonId person)
    {
        _rows.SaveTo(_db);
        return (await Evaluation.FactsAsync(2026, OfficeClock.Anchor, Stop)).Single(year => year.Person == person).Facts;
    }

    /// <summary>Everything that was asked for, except outputs (as <see cref="Years.Diligent"/>).</summary>
    private void Diligent(params PersonId[] people)
    {
        for (var index = 0; index < 10; index++)
        {
            var kind = index < 6 ? ActivityKind.Meeting : index < 9 ? ActivityKind.Training : ActivityKind.Symposium;
            var activity = _rows.Activity($"D{index}", Day(3 + index % 8, 10), kind);
            foreach (var person in people)
            {
                _rows.Part(activity, person);
            }
        }
    }

    private void Outputs(PersonId person, params FindingGrade[] grades)
    {
        foreach (var (index, grade) in grades.Index())
        {
            _rows.Closed($"{person.Value.ToString("N")[^16..]}-{index}", person, grade);
        }
    }

    private static Finding Submitted(string number, PersonId author) => Finding.Submit(
        FindingId.New(), number, author, [], null, "unit", FindingCategory.Service, "text", false, true, new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.Zero), Day(5, 1));

    private static Finding ClosedLater(string number, PersonId author, DateOnly fedBack, DateOnly closed)
    {
        var now = new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);
        var finding = Submitted(number, author);
        finding.NotAccept(author, "reason", now, fedBack);
        finding.FeedBack(author, "words", now, fedBack);
        finding.Close(author, FindingGrade.R1, null, "note", now, closed);
        return finding;
    }
}
