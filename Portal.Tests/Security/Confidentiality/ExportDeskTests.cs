using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Exports;
using Portal.Tests.House;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>How lists leave the portal: in measure, on record, marked, and as text.</summary>
public sealed class ExportDeskTests : IDisposable
{
    private static readonly ExportColumn<string>[] s_columns = [new("列", row => row)];

    private readonly PortalDb _db = new();
    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly Acting _clerk;

    public ExportDeskTests()
    {
        var person = Person.Staff(PersonId.New(), "示例科员");
        using var db = _db.CreateDbContext();
        db.People.Add(person);
        db.SaveChanges();
        _clerk = new Acting(PortalRole.Administrator, person.Id);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task A_workbook_says_under_the_table_and_in_its_properties_who_took_it_and_when()
    {
        using var book = SpreadsheetDocument.Open(await SendAsync(["甲", "乙"]), isEditable: false);

        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.InnerText).ToList();
        Assert.Equal(["列", "甲", "乙", ""], rows[..4]);
        Assert.Contains("Administrator", rows[^1], StringComparison.Ordinal);
        Assert.Contains(_clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), rows[^1], StringComparison.Ordinal);
        Assert.Equal("Administrator", book.PackageProperties.Creator);
        Assert.Equal(rows[^1], book.PackageProperties.Subject);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task What_looks_like_a_formula_is_text_when_the_workbook_is_opened(string typed)
    {
        using var book = SpreadsheetDocument.Open(await SendAsync([typed]), isEditable: false);

        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.All(cells, cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Contains(cells, cell => cell.InnerText.Trim() == typed.Trim());
    }

    [Fact]
    public async Task It_is_on_record_with_rows_and_filter_before_anything_is_sent()
    {
        await SendAsync(["甲", "乙"]);

        var row = Assert.Single(await OnRecordAsync());
        Assert.Equal((_clerk.Person, PortalRole.Administrator, nameof(Permissions.SeeFindings), nameof(Finding)), (row.Person!.Value, row.Role!.Value, row.Act, row.ObjectType));
        Assert.Contains("\"Rows\":2", row.After, StringComparison.Ordinal);
        Assert.DoesNotContain("谭示", row.After, StringComparison.Ordinal);
        await using var db = _db.CreateDbContext();
        var filter = JsonDocument.Parse(row.After!).RootElement.GetProperty("Filter").GetProperty(AuditValues.SealedMember).GetString()!;
        Assert.Equal("?q=谭示", await AuditUnsealing.ReadAsync(db, PortalDb.Keys, _clerk.Person.Value, filter, Stop));
    }

    [Fact]
    public async Task Where_nothing_can_be_recorded_nothing_is_sent_and_nothing_counted()
    {
        await using var db = _db.CreateDbContext();
        await Tampering.FillAsync(db, Stop);

        await Assert.ThrowsAsync<DbUpdateException>(() => SendAsync(["甲"]));
        Assert.False(await db.ExportDays.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_refused_instead_of_cut()
    {
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => SendAsync(["甲", "乙", "丙"], new ExportOptions { MaxRows = 2 }));

        Assert.Equal(ExportRules.TooManyRows(2).Code, refused.Violation.Code);
        Assert.Empty(await OnRecordAsync());
    }

    [Theory]
    [InlineData(2, 1_000)]
    [InlineData(1_000, 4)]
    public async Task A_day_has_its_measure_and_the_next_day_a_new_one(int exports, int rows)
    {
        var options = new ExportOptions { DailyExports = exports, DailyRows = rows };
        await SendAsync(["甲", "乙"], options);
        await SendAsync(["甲", "乙"], options);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => SendAsync(["甲"], options));
        Assert.Equal(ExportRules.QuotaUsed(exports, rows).Code, refused.Violation.Code);
        Assert.Equal(2, (await OnRecordAsync()).Count(row => row.Outcome == AuditOutcome.Done));

        _clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(["甲"], options);
    }

    [Fact]
    public async Task Many_rows_in_a_day_ask_for_a_sign_in_a_few_minutes_old()
    {
        var options = new ExportOptions { ConfirmAfterRows = 3 };
        var stale = new Acting(PortalRole.Administrator, _clerk.Person) { IsConfirmed = false };
        await SendAsync(["甲", "乙"], options, stale);
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => SendAsync(["甲", "乙"], options, stale));
        Assert.Equal((AccessDenial.NotConfirmed, nameof(Permissions.ExportInBulk)), (denied.Denial, denied.Permission));
        Assert.Contains(await OnRecordAsync(), row => row is { Outcome: AuditOutcome.Denied, Act: nameof(Permissions.ExportInBulk) });

        await SendAsync(["甲", "乙"], options);
        await using var db = _db.CreateDbContext();
        Assert.Equal(4, (await db.ExportDays.SingleAsync(Stop)).Rows);
    }

    [Fact]
    public async Task Two_pages_at_once_take_no_more_than_the_measure()
    {
        var options = new ExportOptions { DailyExports = 3 };
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => SendAsync(["甲"], options)).AsTask()));

        Assert.Equal(3, tries.Count(t => t is null));
    }

    [Fact]
    public void There_is_no_other_way_out_for_a_list()
    {
        Assert.Empty(
            from file in Repository.Files("Portal/Features", ".cs")
            from line in file.Code()
            where line.Line.Contains("XlsxExport.WriteAsync", StringComparison.Ordinal) || line.Line.Contains("XlsxBook.WriteAsync", StringComparison.Ordinal)
            select $"{file.Path}({line.Number})");
    }

    private async Task<List<AuditEntry>> OnRecordAsync()
    {
        await using var db = _db.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().Where(e => e.Person != null || e.Outcome != AuditOutcome.Done).ToListAsync(Stop);
    }

    private async Task<MemoryStream> SendAsync(IReadOnlyList<string> rows, ExportOptions? options = null, Acting? acting = null)
    {
        var clerk = acting ?? _clerk;
        await using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var desk = new ExportDesk(clerk.Guard(), _db.Work, _db.Trail, services.GetRequiredService<IStringLocalizer<UiText>>(), Options.Create(options ?? new ExportOptions()), _clock);
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Path = "/findings/export";
        http.Request.QueryString = QueryString.Create("q", "谭示");
        var sent = new MemoryStream();
        http.Response.Body = sent;
        await (await desk.ListAsync(http.Request, new ExportOf(Permissions.SeeFindings, nameof(Finding)), "线索", s_columns, rows, Stop)).ExecuteAsync(http);
        sent.Position = 0;
        return sent;
    }
}
