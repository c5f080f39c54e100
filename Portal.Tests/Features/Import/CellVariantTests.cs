using Portal.Domain.Activities;
using Portal.Features.Import;
using Portal.Features.Import.Mapping;
using Portal.Features.Import.Recognition;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

/// <summary>Every way in which people fill in a cell.</summary>
public sealed class CellVariantTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026年3月5日")]
    [InlineData("2026.3.5")]
    [InlineData("2026-03-05")]
    [InlineData("2026/3/5")]
    [InlineData(" 2026年03月05日 ")]
    [InlineData("２０２６．３．５")]
    [InlineData("2026 年 3 月 5 日")]
    [InlineData("2026-03-05 00:00:00")]
    public void Days_are_read_however_they_are_written(string written) => Assert.Equal(new DateOnly(2026, 3, 5), LedgerText.Date(written));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026年3月")]
    [InlineData("26.3.5")]
    [InlineData("三月五日")]
    [InlineData("2026-13-01")]
    [InlineData("0226-03-05")]
    public void What_is_no_day_is_none(string written) => Assert.Null(LedgerText.Date(written));

    [Theory]
    [InlineData("凌　例禾", "凌例禾")]
    [InlineData("彭拟宁 ", "彭拟宁")]
    [InlineData(" 谭 示 安\n", "谭示安")]
    [InlineData("Anna  Example", "Anna Example")]
    public void Names_lose_their_padding(string written, string name) => Assert.Equal(name, LedgerText.Name(written));

    [Fact]
    public async Task Dates_of_Excel_and_bare_numbers_are_read()
    {
        var day = new DateOnly(2026, 5, 8);
        var book = await ReadAsync(("监督员名册",
            [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (7, day), (8, 47245))]));

        Assert.Equal((day, new DateOnly(2029, 5, 7)), (book.Roster[0].TermStart, book.Roster[0].TermEnd));
        Assert.Contains(book.Problems.All, p => p is { Code: ProblemCode.DateFromPlainNumber, Severity: ProblemSeverity.Hint, Column: "聘期止", Row: 2 });
    }

    [Theory]
    [InlineData("99021119680412011x")]
    [InlineData("９９０２１１１９６８０４１２０１１Ｘ")]
    [InlineData(" 990211 19680412 011X ")]
    public async Task Identity_numbers_are_read_however_they_are_typed(string written)
    {
        var book = await ReadAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (3, written))]));

        Assert.Equal("99021119680412011X", Assert.Single(book.Roster).IdNumber.Value);
    }

    [Fact]
    public async Task Telephone_numbers_are_read_as_numbers_and_with_a_country_code()
    {
        var book = await ReadAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (4, 15400000001L))]));
        var other = await ReadAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (4, "+86 154-0000-0001"))]));

        Assert.Equal(("15400000001", "15400000001"), (book.Roster[0].Phone!.Value.Value, other.Roster[0].Phone!.Value.Value));
    }

    [Theory]
    [InlineData(3, "99021119680412011", ProblemCode.IdentityNumberWrong)]
    [InlineData(3, "990211196804120110", ProblemCode.IdentityNumberWrong)]
    [InlineData(3, "990211680412011", ProblemCode.IdentityNumberWrong)]
    [InlineData(3, 990211196804120110L, ProblemCode.IdentityNumberLostDigits)]
    [InlineData(2, "1968.4.13", ProblemCode.BirthDateDisagrees)]
    [InlineData(1, "女", ProblemCode.SexDisagrees)]
    [InlineData(1, "男性别", ProblemCode.NotAWord)]
    [InlineData(4, "12345", ProblemCode.NotAPhone)]
    [InlineData(0, "", ProblemCode.ValueMissing)]
    [InlineData(0, "谭\u202E示安", ProblemCode.ForbiddenCharacter)]
    [InlineData(0, "谭\u0007示安", ProblemCode.ForbiddenCharacter)]
    [InlineData(7, "2026年2月30日", ProblemCode.NotADate)]
    [InlineData(10, "解聘", ProblemCode.GroundMissing)]
    [InlineData(9, "ZZ-2026-00000000000001", ProblemCode.TooLong)]
    public async Task A_wrong_cell_of_the_roster_is_named(int column, object value, ProblemCode code)
    {
        var written = value is string text && text.Contains('\u0007', StringComparison.Ordinal) ? text.Replace("\u0007", "_x0007_", StringComparison.Ordinal) : value;
        var book = await ReadAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (column, written))]));

        var problem = Assert.Single(book.Problems.All, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal((code, "监督员名册", 2), (problem.Code, problem.Sheet, problem.Row!.Value));
        Assert.Equal(code == ProblemCode.GroundMissing ? "备注" : TestBook.RosterHeader[column], problem.Column);
        Assert.Empty(book.Roster);
    }

    [Fact]
    public async Task A_wrong_identity_number_is_shown_masked()
    {
        var book = await ReadAsync(("监督员名册", [TestBook.RosterHeader, TestBook.With(TestBook.Tan, (3, "990211196804120110"))]));

        Assert.Equal("9****************0", Assert.Single(book.Problems.All, p => p.Code == ProblemCode.IdentityNumberWrong).Value);
    }

    [Fact]
    public async Task An_unassigned_area_is_refused_where_the_office_says_so()
    {
        await using var file = await TestBook.SmallAsync();
        var book = await LedgerImport.ReadAsync(file, new ImportOptions(), OfficeClock.At(OfficeClock.Anchor), rejectUnassignedArea: true, cancellationToken: Cancellation);

        Assert.Equal(ProblemSeverity.Error, Assert.Single(book.Problems.All, p => p.Code == ProblemCode.AreaUnassigned).Severity);
    }

    [Theory]
    [InlineData("√", ParticipationState.Attended)]
    [InlineData("✓", ParticipationState.Attended)]
    [InlineData("v", ParticipationState.Attended)]
    [InlineData("○", ParticipationState.AttendedPartly)]
    [InlineData("◯", ParticipationState.AttendedPartly)]
    [InlineData("△", ParticipationState.Excused)]
    [InlineData("×", ParticipationState.Absent)]
    [InlineData("X", ParticipationState.Absent)]
    [InlineData("x", ParticipationState.Absent)]
    [InlineData(" 回避 ", ParticipationState.Recused)]
    public void Marks_are_read_in_all_their_shapes(string mark, ParticipationState state) => Assert.Equal(state, LedgerWords.Find<ParticipationState>(mark));

    [Theory]
    [InlineData("10000", 10_000)]
    [InlineData("10,000.00元", 10_000)]
    [InlineData("￥ 1.5万元", 15_000)]
    public async Task Amounts_are_read(string written, int yuan)
    {
        var book = await ReadAsync(("线索", [TestBook.FindingHeader, TestBook.With(TestBook.Finding("WT-2026-0001"), (12, written))]));

        Assert.Equal(yuan, book.Findings[0].Loss);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("很多")]
    [InlineData("1.234")]
    public async Task What_is_no_amount_is_named(string written)
    {
        var book = await ReadAsync(("线索", [TestBook.FindingHeader, TestBook.With(TestBook.Finding("WT-2026-0001"), (12, written))]));

        Assert.Equal(ProblemCode.NotAnAmount, Assert.Single(book.Problems.All, p => p.Severity == ProblemSeverity.Error).Code);
    }

    [Theory]
    [InlineData("吴例湘、胡拟棠")]
    [InlineData("吴例湘，胡拟棠")]
    [InlineData("吴例湘, 胡拟棠")]
    [InlineData("吴例湘；胡　拟棠")]
    [InlineData("吴例湘/胡拟棠")]
    [InlineData("吴例湘\n胡拟棠")]
    public async Task Several_authors_share_a_cell(string written)
    {
        var book = await ReadAsync(("线索", [TestBook.FindingHeader, TestBook.With(TestBook.Finding("WT-2026-0001"), (2, written))]));

        Assert.Equal(["吴例湘", "胡拟棠"], book.Findings[0].Authors);
    }

    [Fact]
    public async Task An_activity_number_that_became_a_date_is_still_one()
    {
        var book = await ReadAsync(("活动", [TestBook.ActivityHeader, [new DateOnly(2026, 1, 1), "例会", "会议", "2026-01-15", null, 2.5, "是", null]]));

        Assert.Equal(("2026-01", 25), (book.Activities[0].Number, book.Activities[0].HourTenths));
    }

    [Fact]
    public async Task Text_is_composed_and_a_long_one_is_refused()
    {
        var book = await ReadAsync(("线索",
            [TestBook.FindingHeader, TestBook.With(TestBook.Finding("wt-2026-0001"), (5, "e\u0301")), TestBook.With(TestBook.Finding("WT-2026-0002"), (5, new string('问', 2_001)))]));

        Assert.Equal(("WT-2026-0001", "\u00e9"), (book.Findings[0].Number, Assert.Single(book.Findings).Text));
        Assert.Equal(2_000, Assert.Single(book.Problems.All, p => p.Code == ProblemCode.TooLong).Arguments[0]);
    }

    private static async Task<LedgerWorkbook> ReadAsync(params (string Name, object?[][] Rows)[] sheets)
    {
        await using var file = await TestBook.WriteAsync(sheets);
        return await LedgerImport.ReadAsync(file, new ImportOptions(), OfficeClock.At(OfficeClock.Anchor), rejectUnassignedArea: false, cancellationToken: Cancellation);
    }
}
