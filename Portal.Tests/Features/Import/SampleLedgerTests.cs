using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Features.Import;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

/// <summary>The office's own ledger as it is, against counts made by hand from the workbook.</summary>
public sealed class SampleLedgerTests(SampleLedgerTests.Imported office) : IClassFixture<SampleLedgerTests.Imported>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void It_imports_without_an_error()
    {
        Assert.Empty(office.Outcome.Report.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Sheet} {p.Row} {p.Column} {p.Value} {p.Code}"));
        Assert.True(office.Outcome.Written);
    }

    [Theory]
    [InlineData(LedgerSheet.Roster, 27)]
    [InlineData(LedgerSheet.Agencies, 19)]
    [InlineData(LedgerSheet.Activities, 21)]
    [InlineData(LedgerSheet.Findings, 44)]
    [InlineData(LedgerSheet.Recusals, 7)]
    [InlineData(LedgerSheet.Attendance, 310)]
    public void Every_row_is_counted_as_new(LedgerSheet sheet, int rows)
    {
        var report = office.Outcome.Report.Sheets.Single(s => s.Sheet == sheet);

        Assert.Equal((rows, 0, 0), (report.Added, report.Changed, report.Unchanged));
        Assert.Empty(report.Unknown);
    }

    [Fact]
    public async Task People_stand_as_the_roster_says()
    {
        await using var db = office.Open();
        var current = await db.Appointments.AsNoTracking().Where(a => a.State != AppointmentState.Completed).ToListAsync(Cancellation);

        Assert.Equal(24, current.Count(a => a.State == AppointmentState.Active && a.IsInOffice(OfficeClock.Anchor)));
        Assert.Equal(1, current.Count(a => a.State == AppointmentState.AutoEnded));
        Assert.Equal(1, current.Count(a => a is { State: AppointmentState.Dismissed, Ground: DismissalGround.Resignation }));
        Assert.Equal(1, current.Count(a => a is { State: AppointmentState.Dismissed, Ground: DismissalGround.PersonalGainOrCardLending }));
        Assert.Equal(27, current.Count);
    }

    [Fact]
    public async Task The_remarks_give_sixteen_people_their_earlier_term()
    {
        await using var db = office.Open();
        var earlier = await db.Appointments.AsNoTracking().Where(a => a.State == AppointmentState.Completed).ToListAsync(Cancellation);
        var renewed = await db.Appointments.AsNoTracking().Where(a => a.Sequence == 2).ToListAsync(Cancellation);

        Assert.Equal(16, earlier.Count);
        Assert.All(earlier, a => Assert.Equal((1, new DateOnly(2023, 5, 8), new DateOnly(2026, 5, 7)), (a.Sequence, a.TermStart, a.TermEnd)));
        Assert.Equal(earlier.Select(a => a.Person.Value).Order(), renewed.Select(a => a.Person.Value).Order());
        Assert.Equal(16, office.Outcome.Report.Problems.Count(p => p.Code == ProblemCode.EarlierTermFromRemark));
    }

    [Fact]
    public async Task Who_resigned_or_was_dismissed_left_before_the_end_of_three_years()
    {
        await using var db = office.Open();
        var left = await db.Appointments.AsNoTracking().Where(a => a.State == AppointmentState.Dismissed).OrderBy(a => a.EndedOn)
            .Join(db.People, a => a.Person, p => p.Id, (a, p) => new { p.FullName, a.TermEnd, a.EndedOn }).ToListAsync(Cancellation);

        Assert.Equal([("示例乙", new DateOnly(2026, 5, 7), new DateOnly(2025, 9, 30)), ("示例丙", new DateOnly(2026, 5, 7), new DateOnly(2026, 3, 20))], left.Select(l => (l.FullName, l.TermEnd, l.EndedOn!.Value)));
    }

    [Fact]
    public async Task Cards_stand_as_state_and_remark_say()
    {
        await using var db = office.Open();
        var cards = await db.Cards.AsNoTracking().ToDictionaryAsync(c => c.Number, c => c.State, Cancellation);

        Assert.Equal(24, cards.Values.Count(s => s == CardState.Active));
        Assert.Equal((CardState.ReturnPending, CardState.Returned, CardState.ReturnPending), (cards["ZZ-2026-0025"], cards["ZZ-2026-0026"], cards["ZZ-2026-0027"]));
    }

    [Fact]
    public async Task Whoever_is_in_office_can_sign_in()
    {
        await using var db = office.Open();

        Assert.Equal(24, await db.Accounts.CountAsync(a => a.Role == PortalRole.Supervisor, Cancellation));
    }

    [Fact]
    public async Task Names_phones_and_numbers_are_in_their_written_form()
    {
        await using var db = office.Open();
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.FullName, Cancellation);

        Assert.Equal(27, people.Count);
        Assert.Equal("990225199607070629", people["凌例禾"].IdNumber!.Value.Value); // 凌　例禾
        Assert.Equal(new DateOnly(1990, 11, 18), people["彭拟宁"].BirthDate); // a space behind
        Assert.Equal("15400000003", people["文样舟"].Phone!.Value.Value); // kept as a number
        Assert.Equal("99021119680412011X", people["谭示安"].IdNumber!.Value.Value);
    }

    [Fact]
    public async Task Findings_stand_as_the_register_says()
    {
        await using var db = office.Open();
        var states = await db.Findings.AsNoTracking().GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancellation);

        Assert.Equal(
            new Dictionary<FindingState, int>
            {
                [FindingState.Submitted] = 4,
                [FindingState.Investigating] = 3,
                [FindingState.RectificationOrdered] = 5,
                [FindingState.RectificationReported] = 3,
                [FindingState.Closed] = 14 + 12,
                [FindingState.FedBack] = 2,
                [FindingState.Merged] = 1,
            },
            states);
    }

    [Fact]
    public async Task Two_are_overdue_on_the_day_of_the_ledger()
    {
        await using var db = office.Open();
        var overdue = await db.Findings.AsNoTracking()
            .Where(f => f.State == FindingState.RectificationOrdered && f.Rectification!.Deadline < OfficeClock.Anchor)
            .Select(f => f.Number).OrderBy(n => n).ToListAsync(Cancellation);

        Assert.Equal(["WT-2026-0018", "WT-2026-0019"], overdue);
    }

    [Fact]
    public async Task Extensions_transfers_merging_and_joint_authors_come_along()
    {
        await using var db = office.Open();
        var findings = await db.Findings.AsNoTracking().AsSplitQuery().ToDictionaryAsync(f => f.Number, Cancellation);
        var names = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.FullName, Cancellation);

        Assert.Equal(
            (new DateOnly(2026, 7, 9), new DateOnly(2026, 7, 29), 1),
            (findings["WT-2026-0007"].Rectification!.OriginalDeadline!.Value, findings["WT-2026-0007"].Rectification!.Deadline!.Value, findings["WT-2026-0007"].Rectification!.Extensions));
        Assert.Equal(("吴例湘", "胡拟棠"), (names[findings["WT-2026-0007"].Author], names[Assert.Single(findings["WT-2026-0007"].CoAuthors).Person]));
        Assert.Equal("税务部门（演示）", findings["WT-2026-0001"].TransferredTo);
        Assert.True(findings["WT-2026-0004"].Rectification!.FixedOnSpot);
        Assert.Equal(findings["WT-2026-0003"].Id, findings["WT-2026-0030"].MergedInto);
        Assert.Equal("宁样础", names[Assert.Single(findings["WT-2026-0003"].CoAuthors).Person]);
    }

    [Fact]
    public async Task Seven_recusals_of_which_three_are_pending()
    {
        await using var db = office.Open();
        var names = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.FullName, Cancellation);
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Code, Cancellation);
        var activities = await db.Activities.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Number, Cancellation);
        var recusals = await db.Recusals.AsNoTracking().OrderBy(r => r.FiledOn).ToListAsync(Cancellation);

        Assert.Equal(
            [
                "汤示远 AG13 RelativeOrLinkedOrganisation Recused",
                "易样衡 2026-04 OwnInterest Recused",
                "周示恪 AG05 RelativeOrLinkedOrganisation Recused",
                "文样舟 AG10 OtherFairness NotRequired",
                "殷例澄 2026-14 OtherFairness Declared",
                "龙拟秋 AG16 RelativeOrLinkedOrganisation Declared",
                "丁拟荞 AG14 OwnInterest Declared",
            ],
            recusals.Select(r => $"{names[r.Person]} {(r.Agency is { } agency ? agencies[agency] : activities[r.Activity!.Value])} {r.Ground} {r.State}"));
        Assert.Equal(3, recusals.Count(r => r.IsPending));
    }

    [Theory]
    [InlineData("谭示安", "2025-01 √, 2025-02 √, 2025-03 ○, 2025-05 √, 2025-06 √, 2025-07 √, 2026-01 √, 2026-03 ×, 2026-06 △, 2026-09 △, 2026-10 △, 2026-11 √, 2026-12 √, 2026-13 √")]
    [InlineData("汤示远", "2025-01 ×, 2025-02 √, 2025-03 √, 2025-04 √, 2025-05 回避, 2025-07 √, 2026-01 √, 2026-02 √, 2026-03 △, 2026-04 √, 2026-06 √, 2026-07 √, 2026-09 ○, 2026-10 √, 2026-11 √, 2026-12 √, 2026-13 ×")]
    [InlineData("胡拟棠", "2026-07 √, 2026-10 √, 2026-11 √, 2026-12 ○, 2026-13 ○")]
    public async Task Three_rows_of_the_attendance_sheet_cell_by_cell(string name, string marks)
    {
        await using var db = office.Open();
        var cells = await db.Participations.AsNoTracking()
            .Join(db.People.Where(p => p.FullName == name), p => p.Person, p => p.Id, (p, _) => new { p.Activity, p.State })
            .Join(db.Activities, p => p.Activity, a => a.Id, (p, a) => new { a.Number, p.State })
            .OrderBy(c => c.Number).ToListAsync(Cancellation);

        Assert.Equal(marks, string.Join(", ", cells.Select(c => $"{c.Number} {Mark(c.State)}")));
    }

    [Theory]
    [InlineData("易样衡", "2026-04")]
    [InlineData("周示恪", "2026-05")]
    public async Task Who_was_recused_did_not_take_part_whatever_the_mark_says(string name, string activity)
    {
        await using var db = office.Open();
        var state = await db.Participations.AsNoTracking()
            .Where(p => db.People.Any(q => q.Id == p.Person && q.FullName == name) && db.Activities.Any(a => a.Id == p.Activity && a.Number == activity))
            .Select(p => p.State).SingleAsync(Cancellation);

        Assert.Equal(ParticipationState.Recused, state);
        Assert.Equal(2, office.Outcome.Report.Problems.Count(p => p.Code == ProblemCode.RecusedButMarked));
        Assert.Contains(office.Outcome.Report.Problems, p => p.Code == ProblemCode.RecusedButMarked && p.Column == activity && p.Arguments[0].Equals(name));
    }

    [Fact]
    public void History_before_the_present_term_is_told_and_comes_in()
    {
        var hints = office.Outcome.Report.Problems;

        Assert.Contains(hints, p => p is { Code: ProblemCode.MarksInEarlierTerm, Value: "谭示安" });
        Assert.Contains(hints, p => p is { Code: ProblemCode.FindingInEarlierTerm, Row: 3 });
        Assert.Equal(27, hints.Count(p => p.Code == ProblemCode.AreaUnassigned));
    }

    [Fact]
    public async Task New_numbers_follow_those_of_the_ledger()
    {
        await using var db = office.Open();

        Assert.Equal("WT-2026-0031", await db.NextNumberAsync("WT", 2026, Cancellation));
        Assert.Equal("ZZ-2026-0028", await db.NextNumberAsync("ZZ", 2026, Cancellation));
    }

    private static string Mark(ParticipationState state) => state switch
    {
        ParticipationState.Attended => "√",
        ParticipationState.AttendedPartly => "○",
        ParticipationState.Excused => "△",
        ParticipationState.Absent => "×",
        ParticipationState.Recused => "回避",
        _ => state.ToString(),
    };

    /// <summary>The ledger, imported once for all of these.</summary>
    public sealed class Imported : IAsyncLifetime, IDisposable
    {
        private readonly ImportRoom _room = new();

        public ImportOutcome Outcome { get; private set; } = null!;

        public PortalDbContext Open() => _room.Db.CreateDbContext();

        public async ValueTask InitializeAsync()
        {
            await using var ledger = LedgerImport.OpenSample();
            Outcome = await _room.ImportAsync(ledger);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        public void Dispose() => _room.Dispose();
    }
}
