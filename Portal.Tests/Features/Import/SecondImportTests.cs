using Microsoft.EntityFrameworkCore;
using Portal.Domain.Findings;
using Portal.Features.Import;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Import;

/// <summary>A ledger is imported again and again as it grows: only what differs is touched.</summary>
public sealed class SecondImportTests : IDisposable
{
    private readonly ImportRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        await ImportSampleAsync();
        var (rows, versions) = (await _room.RowsAsync(), await VersionsAsync());
        await using var again = LedgerImport.OpenSample();

        var check = await _room.Service.CheckAsync(again, "ledger.xlsx", Cancellation);
        var outcome = await _room.Service.CommitAsync(check, cancellationToken: Cancellation);

        Assert.False(check.Report.HasChanges);
        Assert.False(check.Report.CanCommit);
        Assert.Equal(27 + 19 + 21 + 44 + 7 + 310, check.Report.Unchanged);
        Assert.False(outcome.Report.HasChanges);
        Assert.Equal(rows, await _room.RowsAsync());
        Assert.Equal(versions, await VersionsAsync());
    }

    [Fact]
    public async Task A_row_that_differs_is_changed_and_no_other()
    {
        await ImportSampleAsync();
        var versions = await VersionsAsync();
        var book = await SampleAsync();
        var changed = new LedgerWorkbook
        {
            Sheets = book.Sheets,
            Problems = book.Problems,
            Findings = [.. book.Findings.Select(f => f.Number == "WT-2026-0020" ? f with { Extended = new DateOnly(2026, 12, 31), State = Portal.Features.Import.Recognition.RegisterState.Reported } : f)],
        };

        var report = await ApplyAsync(changed);

        var findings = report.Sheets.Single(s => s.Sheet == LedgerSheet.Findings);
        Assert.Equal((0, 1, 43), (findings.Added, findings.Changed, findings.Unchanged));
        await using var db = _room.Db.CreateDbContext();
        var finding = await db.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Number == "WT-2026-0020", Cancellation);
        Assert.Equal((FindingState.RectificationReported, new DateOnly(2026, 12, 31), 1), (finding.State, finding.Rectification!.Deadline!.Value, finding.Version));
        Assert.Equal([FindingEventKind.Submitted, FindingEventKind.Concluded, FindingEventKind.RectificationOrdered, FindingEventKind.Extended], finding.Events.OrderBy(e => e.Sequence).Select(e => e.Kind));
        Assert.Equal(versions + 1, await VersionsAsync());
    }

    [Fact]
    public async Task What_was_handled_in_the_portal_stays_and_is_told()
    {
        await ImportSampleAsync();
        await _room.Db.Work.WriteAsync(
            async db =>
            {
                var clerk = await db.People.Where(p => p.FullName == "谭示安").Select(p => p.Id).SingleAsync(Cancellation);
                var finding = await db.Findings.Include(f => f.Events).AsSplitQuery().SingleAsync(f => f.Number == "WT-2026-0026", Cancellation);
                finding.Register(clerk, OfficeClock.At(OfficeClock.Anchor).GetUtcNow(), OfficeClock.Anchor);
            },
            Cancellation);
        await using var again = LedgerImport.OpenSample();

        var report = await _room.CheckAsync(again);

        Assert.False(report.HasChanges);
        Assert.Contains(report.Problems, p => p is { Code: ProblemCode.HandledInPortal, Severity: ProblemSeverity.Hint, Row: 42 });
    }

    [Fact]
    public async Task What_changed_between_check_and_commit_is_checked_again_and_refused()
    {
        await using var ledger = await TestBook.SmallAsync();
        var check = await _room.Service.CheckAsync(ledger, "ledger.xlsx", Cancellation);
        await using var other = await TestBook.WriteAsync(("经办机构", [TestBook.AgencyHeader, TestBook.With(TestBook.Agency, (0, "AG99"))]));
        Assert.True((await _room.ImportAsync(other)).Written);
        var rows = await _room.RowsAsync();

        var outcome = await _room.Service.CommitAsync(check, cancellationToken: Cancellation);

        Assert.False(outcome.Written);
        Assert.Contains(outcome.Report.Problems, p => p.Code == ProblemCode.TakenByAnother);
        Assert.Equal(rows, await _room.RowsAsync());
    }

    [Fact]
    public async Task A_demonstration_ledger_moves_with_the_calendar()
    {
        await using var sample = LedgerImport.OpenSample();
        var book = await LedgerImport.ReadAsync(sample, new ImportOptions(), OfficeClock.At(OfficeClock.Anchor.AddDays(371)), false, 371, 1, Cancellation);

        var tan = book.Roster[0];
        Assert.Equal((new DateOnly(2027, 5, 14), "ZZ-2027-0001", "续聘（首届 2024.5.13—2027.5.13）"), (tan.TermStart, tan.CardNumber, tan.Remark));
        Assert.Equal(new DateOnly(1968, 4, 12), tan.IdNumber.BirthDate);
        Assert.Equal(("2027-14", "2027年度特邀监督员座谈会"), (book.Activities[^1].Number, book.Activities[^1].Title));
        Assert.Equal(("WT-2027-0003", "并入 WT-2027-0003"), (book.Findings[^1].MergedInto, book.Findings[^1].Remark));
        Assert.Equal(["AG13", "2027-04"], book.Recusals.Take(2).Select(r => r.Matter));

        var report = await ApplyAsync(book, OfficeClock.Anchor.AddDays(371));
        Assert.Equal(0, report.Errors);
    }

    public void Dispose() => _room.Dispose();

    private async Task ImportSampleAsync()
    {
        await using var ledger = LedgerImport.OpenSample();
        Assert.True((await _room.ImportAsync(ledger)).Written);
    }

    private static async Task<LedgerWorkbook> SampleAsync()
    {
        await using var sample = LedgerImport.OpenSample();
        return await LedgerImport.ReadAsync(sample, new ImportOptions(), OfficeClock.At(OfficeClock.Anchor), rejectUnassignedArea: false, cancellationToken: Cancellation);
    }

    private Task<ImportReport> ApplyAsync(LedgerWorkbook book, DateOnly? day = null) =>
        _room.Db.Work.WriteAsync(db => LedgerImport.ApplyAsync(db, book, OfficeClock.At(day ?? OfficeClock.Anchor), cancellationToken: Cancellation), Cancellation);

    private async Task<int> VersionsAsync()
    {
        await using var db = _room.Db.CreateDbContext();
        return await db.People.SumAsync(p => p.Version, Cancellation) + await db.Appointments.SumAsync(a => a.Version, Cancellation) + await db.Cards.SumAsync(c => c.Version, Cancellation)
            + await db.Agencies.SumAsync(a => a.Version, Cancellation) + await db.Activities.SumAsync(a => a.Version, Cancellation) + await db.Participations.SumAsync(p => p.Version, Cancellation)
            + await db.Findings.SumAsync(f => f.Version, Cancellation) + await db.Recusals.SumAsync(r => r.Version, Cancellation) + await db.NumberSeries.SumAsync(n => n.Version, Cancellation)
            + await db.Accounts.SumAsync(a => a.Version, Cancellation);
    }
}
