using Microsoft.EntityFrameworkCore;
using Portal.Domain.Activities;
using Portal.Features.Import;
using Portal.Features.Import.Recognition;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

/// <summary>Sheets are known by their columns, rows refer to each other, and one error stops all of it.</summary>
public sealed class SheetTests : IDisposable
{
    private static readonly object?[] s_meeting = ["2026-01", "例会", "会议", "2026-05-15", null, 2, "是", null];

    private readonly ImportRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_are_found_in_any_order_below_titles_and_unknown_ones_are_told()
    {
        await using var file = await TestBook.WriteAsync(("随便", [
            ["社保经办机构名录"],
            [],
            ["传真", "统一社会信用代码", "险种／类型", " 机构 名称", "编号"],
            ["无", "12990200DEM000014L", "企业职工基本养老保险", "甲经办机构（演示）", "ag01"],
            [],
            ["传真", "统一社会信用代码", "险种／类型", " 机构 名称", "编号"],
            ["合计", 1],
        ]));

        var report = await _room.CheckAsync(file);

        var sheet = Assert.Single(report.Sheets);
        Assert.Equal((LedgerSheet.Agencies, 1), (sheet.Sheet, sheet.Added));
        Assert.Equal(["传真"], sheet.Unknown);
        Assert.Equal(["统一社会信用代码", "险种／类型", "机构 名称", "编号"], sheet.Recognised);
        Assert.Contains(report.Problems, p => p is { Code: ProblemCode.ColumnUnknown, Severity: ProblemSeverity.Hint, Column: "传真" });
        Assert.Equal(5, report.Problems.Count(p => p.Code == ProblemCode.SheetMissing));
        Assert.True(report.CanCommit);
    }

    [Fact]
    public async Task A_missing_column_is_an_error_that_names_it()
    {
        await using var file = await TestBook.WriteAsync(("监督员名册", [[.. TestBook.RosterHeader.Where(h => h is not "证件编号")], [.. TestBook.Tan]]));

        var report = await _room.CheckAsync(file);

        Assert.Contains(report.Problems, p => p is { Code: ProblemCode.ColumnMissing, Severity: ProblemSeverity.Error, Column: "证件编号" });
        Assert.False(report.CanCommit);
    }

    [Fact]
    public async Task An_error_in_the_last_sheet_writes_nothing()
    {
        await using var file = await TestBook.SmallAsync(("回避登记", [TestBook.RecusalHeader, ["谭示安", "AG77", "第十一条（一）", "本人办理", "2026-06-01", null, null]]));

        var outcome = await _room.ImportAsync(file);

        Assert.False(outcome.Written);
        var problem = Assert.Single(outcome.Report.Problems, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal((ProblemCode.UnknownMatter, "回避登记", 2, "涉及活动或单位", "AG77"), (problem.Code, problem.Sheet, problem.Row, problem.Column, problem.Value));
        Assert.Equal(0, await _room.RowsAsync());
    }

    [Fact]
    public async Task Who_depends_on_a_wrong_row_is_not_reported_a_second_time()
    {
        await using var file = await TestBook.WriteAsync(
            ("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (1, "女"))]),
            ("经办机构", [TestBook.AgencyHeader, TestBook.Agency]),
            ("线索", [TestBook.FindingHeader, TestBook.Finding("WT-2026-0001")]));

        var report = await _room.CheckAsync(file);

        Assert.Equal(ProblemCode.SexDisagrees, Assert.Single(report.Problems, p => p.Severity == ProblemSeverity.Error).Code);
    }

    [Theory]
    [InlineData(2, "查无此人", ProblemCode.UnknownPerson)]
    [InlineData(0, "线索一", ProblemCode.NotAFindingNumber)]
    [InlineData(1, "2026-12-01", ProblemCode.InTheFuture)]
    [InlineData(6, "已办结", ProblemCode.Rule)]
    [InlineData(6, "整改中", ProblemCode.DeadlineMissing)]
    [InlineData(6, "已并案", ProblemCode.MergeTargetMissing)]
    [InlineData(6, "办理好了", ProblemCode.NotAWord)]
    [InlineData(7, "限期整改", ProblemCode.DeadlineMissing)]
    [InlineData(9, "2026-07-01", ProblemCode.ExtensionWithoutDeadline)]
    [InlineData(10, "2026-05-01", ProblemCode.BeforeFiling)]
    public async Task A_wrong_cell_of_a_finding_is_named(int column, string value, ProblemCode code)
    {
        await using var file = await TestBook.SmallAsync(("线索", [TestBook.FindingHeader, TestBook.With(TestBook.Finding("WT-2026-0001"), (column, value))]));

        var report = await _room.CheckAsync(file);

        Assert.Equal(code, Assert.Single(report.Problems, p => p.Severity == ProblemSeverity.Error).Code);
    }

    [Fact]
    public async Task A_unit_that_is_on_no_list_is_kept_by_name()
    {
        await using var file = await TestBook.SmallAsync(("线索", [TestBook.FindingHeader, TestBook.With(TestBook.Finding("WT-2026-0001"), (3, "某培训机构"))]));

        Assert.True((await _room.ImportAsync(file)).Written);

        await using var db = _room.Db.CreateDbContext();
        Assert.Equal("某培训机构", (await db.Findings.AsSplitQuery().SingleAsync(Cancellation)).OtherUnit);
    }

    [Fact]
    public async Task Merging_goes_to_a_finding_that_exists_and_is_not_merged_itself()
    {
        await using var file = await TestBook.SmallAsync(("线索", [
            TestBook.FindingHeader,
            TestBook.With(TestBook.Finding("WT-2026-0001"), (6, "已并案"), (13, "并入 WT-2026-0002")),
            TestBook.With(TestBook.Finding("WT-2026-0002"), (6, "已并案"), (13, "并入 WT-2026-0099")),
        ]));

        var report = await _room.CheckAsync(file);

        Assert.Equal([ProblemCode.MergeTargetMerged, ProblemCode.MergeTargetUnknown], report.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Code));
    }

    [Fact]
    public async Task The_same_person_number_or_card_twice_is_named_with_the_first_row()
    {
        await using var file = await TestBook.WriteAsync(("监督员名册", [TestBook.RosterHeader, TestBook.Tan, TestBook.With(TestBook.Tan, (9, "ZZ-2026-0002"))]));

        var problem = Assert.Single((await _room.CheckAsync(file)).Problems, p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCode.Duplicate, 3, "身份证号"), (problem.Code, problem.Row!.Value, problem.Column));
        Assert.Equal(2, problem.Arguments[0]);
    }

    [Theory]
    [InlineData("2023.4.22", "2026.4.21")]
    [InlineData("2026.5.8", "2029.5.9")]
    [InlineData("2026.5.8", "2026.5.7")]
    public async Task A_term_that_the_measures_do_not_know_is_refused(string start, string end)
    {
        await using var file = await TestBook.WriteAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (7, start), (8, end))]));

        Assert.Equal(ProblemCode.Rule, Assert.Single((await _room.CheckAsync(file)).Problems, p => p.Severity == ProblemSeverity.Error).Code);
    }

    [Fact]
    public async Task Card_and_name_in_the_attendance_sheet_must_agree()
    {
        await using var file = await TestBook.SmallAsync(
            ("监督活动", [TestBook.ActivityHeader, s_meeting]),
            ("活动签到", [["姓名", "证件编号", "2026-01"], ["罗例清", "ZZ-2026-0001", "√"], ["谭示安", "ZZ-2026-0009", "√"]]));

        var errors = (await _room.CheckAsync(file)).Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Code);

        Assert.Equal([ProblemCode.CardOfAnother, ProblemCode.CardUnknown], errors);
    }

    [Fact]
    public async Task Marks_and_headers_that_mean_nothing_are_named()
    {
        await using var file = await TestBook.SmallAsync(
            ("监督活动", [TestBook.ActivityHeader, s_meeting]),
            ("活动签到", [["姓名", "证件编号", "2026-01", "2026-02"], ["谭示安", "ZZ-2026-0001", "？", "√"]]));

        var problem = Assert.Single((await _room.CheckAsync(file)).Problems, p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCode.NotAMark, "2026-01", "？"), (problem.Code, problem.Column, problem.Value));
    }

    [Fact]
    public async Task An_activity_in_the_header_must_exist()
    {
        await using var file = await TestBook.SmallAsync(("活动签到", [["姓名", "2026-02"], ["谭示安", "√"]]));

        var problem = Assert.Single((await _room.CheckAsync(file)).Problems, p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCode.UnknownActivity, "2026-02", 1), (problem.Code, problem.Column, problem.Row!.Value));
    }

    [Fact]
    public async Task A_mark_of_a_cancelled_activity_is_void()
    {
        await using var file = await TestBook.SmallAsync(
            ("监督活动", [TestBook.ActivityHeader, TestBook.With(s_meeting, (7, "已取消"))]), ("活动签到", [["姓名", "2026-01"], ["谭示安", "√"]]));

        Assert.True((await _room.ImportAsync(file)).Written);

        await using var db = _room.Db.CreateDbContext();
        Assert.Equal(ParticipationState.Void, (await db.Participations.SingleAsync(Cancellation)).State);
    }

    [Fact]
    public async Task Later_sheets_come_alone_and_refer_to_what_is_already_there()
    {
        await using var first = await TestBook.SmallAsync();
        await using var later = await TestBook.WriteAsync(("线索", [TestBook.FindingHeader, TestBook.Finding("WT-2026-0007")]));

        Assert.True((await _room.ImportAsync(first)).Written);
        Assert.True((await _room.ImportAsync(later)).Written);
    }

    [Fact]
    public async Task The_template_is_recognised_whole_and_holds_nothing()
    {
        await using var template = await _room.Service.TemplateAsync(Cancellation);

        var report = await _room.CheckAsync(template);

        Assert.Empty(report.Problems);
        Assert.Equal(Enum.GetValues<LedgerSheet>(), report.Sheets.Select(s => s.Sheet));
        Assert.False(report.CanCommit);
    }

    [Fact]
    public void Every_column_and_every_sheet_has_its_words() =>
        Assert.All(Enum.GetValues<LedgerSheet>(), sheet => Assert.All(LedgerColumns.Of(sheet), column => Assert.NotEmpty(LedgerWords.Headers(sheet, column.Key))));

    public void Dispose() => _room.Dispose();
}
