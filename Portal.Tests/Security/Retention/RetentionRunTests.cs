using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Audit;
using Portal.Commands;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Domain.Retention;
using Portal.Live;
using Portal.Retention;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Retention;

/// <summary>The night's run: killed between batches, run twice, missed for three nights. security.md §3 test 54.</summary>
public sealed class RetentionRunTests : IDisposable
{
    private static readonly DateOnly s_day = OfficeClock.Anchor.AddDays(200);

    private readonly RetentionOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_second_run_of_the_day_does_nothing()
    {
        _office.Given(RetentionClass.ExportCounts);
        _office.Until(s_day);
        Assert.True(await _office.Runner.RunAsync(Stop));
        var (rows, run) = (Rows(), Run(s_day));
        _office.Add(new ExportDay { Person = _office.Clerk.Person, Day = OfficeClock.Anchor, Times = 1, Rows = 1 });

        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.Equal(rows, Rows());
        Assert.Equal(run.FinishedAt, Run(s_day).FinishedAt);
        Assert.Equal(1, Done(s_day, RetentionClass.ExportCounts));
        Assert.Single(_office.Office.Read(db => db.ExportDays.ToList()));
    }

    [Fact]
    public async Task Two_runs_at_once_do_everything_once()
    {
        GivenExports(2 * RetentionRunner.Batch);
        _office.Until(s_day);

        await Task.WhenAll(_office.Runner.RunAsync(Stop), _office.Runner.RunAsync(Stop));

        Assert.Empty(_office.Office.Read(db => db.ExportDays.ToList()));
        Assert.Equal(2 * RetentionRunner.Batch, Done(s_day, RetentionClass.ExportCounts));
        Assert.Single(_office.Office.Read(db => db.RetentionRuns.ToList()));
    }

    [Fact]
    public async Task After_three_missed_nights_the_fourth_makes_up_for_them()
    {
        for (var i = 0; i < 5; i++)
        {
            _office.Add(new ExportDay { Person = _office.Former, Day = OfficeClock.Anchor.AddDays(i), Times = 1, Rows = 1 });
        }

        var first = OfficeClock.Anchor.AddDays(91);
        _office.Until(first);
        Assert.True(await _office.Runner.RunAsync(Stop));
        _office.Until(first.AddDays(4));
        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.Equal((1, 4), (Done(first, RetentionClass.ExportCounts), Done(first.AddDays(4), RetentionClass.ExportCounts)));
        Assert.Equal([first, first.AddDays(4)], _office.Office.Read(db => db.RetentionRuns.Select(r => r.Day).Order().ToList()));
    }

    [Fact]
    public async Task A_run_that_is_killed_between_batches_goes_on_where_it_was()
    {
        const int exports = (2 * RetentionRunner.Batch) + 50;
        GivenExports(exports);
        _office.Until(s_day);

        // The run's row, one batch, and then the process is gone.
        var dying = _office.RunnerOver(new DyingContexts(_office.Db, _office.Clock, saves: 2));
        await Assert.ThrowsAsync<OperationCanceledException>(() => dying.RunAsync(Stop));
        Assert.Equal(exports - RetentionRunner.Batch, _office.Office.Read(db => db.ExportDays.Count()));
        Assert.Null(Run(s_day).FinishedAt);

        Assert.True(await _office.Runner.RunAsync(Stop));

        Assert.Empty(_office.Office.Read(db => db.ExportDays.ToList()));
        Assert.Equal(exports, Done(s_day, RetentionClass.ExportCounts));
        Assert.NotNull(Run(s_day).FinishedAt);
        // Begun, three batches, finished: one row in the record each, in the name of the run.
        Assert.Equal(5, _office.Office.Read(db => db.AuditEntries.Count(e => e.Act == AuditActs.Retention && e.ObjectType == nameof(RetentionRun))));
        Assert.True((await _office.Verifier.VerifyAsync(Stop)).IsWhole);
    }

    [Fact]
    public async Task A_class_that_fails_keeps_no_other_from_its_turn_and_is_tried_again()
    {
        _office.Given(RetentionClass.ExportCounts);
        var isGone = _office.Given(RetentionClass.Invitations);
        _office.Until(s_day);

        Assert.False(await _office.RunnerOver(new DyingContexts(_office.Db, _office.Clock, saves: int.MaxValue) { Breaks = typeof(ExportDay) }).RunAsync(Stop));

        Assert.True(isGone());
        Assert.Null(Run(s_day).FinishedAt);
        Assert.True(await _office.Runner.RunAsync(Stop));
        Assert.Empty(_office.Office.Read(db => db.ExportDays.ToList()));
    }

    [Fact]
    public async Task What_is_deleted_and_the_row_that_says_so_are_stored_together()
    {
        _office.Given(RetentionClass.Invitations);
        _office.Until(s_day);
        Assert.True(await _office.Runner.RunAsync(Stop));

        var rows = _office.Office.Read(db => db.AuditEntries.AsNoTracking().Where(e => e.Act == AuditActs.Retention).OrderBy(e => e.Sequence).ToList());
        var deleted = Assert.Single(rows, r => r.ObjectType == "Invitation");
        Assert.Null(deleted.Person);
        Assert.Contains(rows, r => r.Sequence == deleted.Sequence - 1 && r.After!.Contains("\"Class\":\"Invitations\",\"Done\":1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_night_waits_for_its_hour_and_runs_once()
    {
        using var night = new RetentionNight(_office.Runner, Options.Create(new RetentionOptions()), _office.Clock, NullLogger<RetentionNight>.Instance);
        _office.Until(s_day, hour: 2);
        await night.RunIfDueAsync(Stop);
        Assert.Empty(_office.Office.Read(db => db.RetentionRuns.ToList()));

        _office.Until(s_day, hour: 3);
        await night.RunIfDueAsync(Stop);
        var finished = Run(s_day).FinishedAt;
        Assert.NotNull(finished);

        _office.Until(s_day, hour: 4);
        await night.RunIfDueAsync(Stop);
        Assert.Equal(finished, Run(s_day).FinishedAt);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_an_hour_or_forward_a_day_makes_no_night_run_twice_and_none_be_left_out()
    {
        using var night = new RetentionNight(_office.Runner, Options.Create(new RetentionOptions()), _office.Clock, NullLogger<RetentionNight>.Instance);
        _office.Until(s_day, hour: 3);
        await night.RunIfDueAsync(Stop);
        var finished = Run(s_day).FinishedAt;

        _office.Clock.AdjustTime(_office.Clock.GetUtcNow().AddHours(-1));
        await night.RunIfDueAsync(Stop);
        _office.Clock.Advance(TimeSpan.FromHours(1));
        await night.RunIfDueAsync(Stop);
        _office.Clock.AdjustTime(_office.Clock.GetUtcNow().AddDays(1));
        await night.RunIfDueAsync(Stop);
        _office.Clock.AdjustTime(_office.Clock.GetUtcNow().AddDays(-1));
        await night.RunIfDueAsync(Stop);

        Assert.Equal(finished, Run(s_day).FinishedAt);
        Assert.NotNull(Run(s_day.AddDays(1)).FinishedAt);
        Assert.Equal(2, _office.Office.Read(db => db.RetentionRuns.Count()));
    }

    [Fact]
    public async Task The_command_line_reports_without_changing_and_runs_once()
    {
        var isGone = _office.Given(RetentionClass.ExportCounts);
        _office.Until(s_day);
        await using var services = new ServiceCollection().AddSingleton(_office.Runner).BuildServiceProvider();
        using var output = new StringWriter();

        Assert.Equal(0, await new RetentionReportCommand(services).RunAsync(output, [], Stop));
        Assert.Contains("ExportCounts: Delete what is from before 2027-03-13 (90 Days): 1 due, of which 0 held; the oldest from 2026-11-23.", output.ToString(), StringComparison.Ordinal);
        Assert.False(isGone());

        Assert.Equal(0, await new RetentionRunCommand(services).RunAsync(output, [], Stop));
        Assert.Contains("Today's run is finished.", output.ToString(), StringComparison.Ordinal);
        Assert.True(isGone());
    }

    [Fact]
    public async Task What_is_asked_of_the_embedded_database_is_language_the_large_one_knows()
    {
        var lines = new List<string>();
        await using var db = new SqlServerDesignTime().CreateDbContext([]);
        var holds = new Holds([_office.Former], [Portal.Domain.Findings.FindingId.New()], [RecruitmentApplicationId.New()], [ObjectionId.New()]);
        var scope = new RetentionScope(s_day, _office.Clock.GetUtcNow(), holds, _office.Clock);
        foreach (var retained in RetainedRows.All)
        {
            lines.AddRange(retained.Sql(db, scope));
        }

        Assert.Equal(2 * Enum.GetValues<RetentionClass>().Length, lines.Count);
        Assert.Empty(lines.SelectMany(House.TransactSql.ErrorsOf));
    }

    private void GivenExports(int count) => _office.Office.Change(db =>
    {
        for (var i = 0; i < count; i++)
        {
            db.ExportDays.Add(new ExportDay { Person = _office.Former, Day = OfficeClock.Anchor.AddDays(-i), Times = 1, Rows = 1 });
        }
    });

    private long Rows() => _office.Office.Read(db => db.AuditHeads.Single().Sequence);

    private RetentionRun Run(DateOnly day) => _office.Office.Read(db => db.RetentionRuns.AsNoTracking().Single(r => r.Day == day));

    private int Done(DateOnly day, RetentionClass @class) => Run(day).Lines.Single(l => l.Class == @class).Done;

    /// <summary>The test's database, until some saves were done; or with a kind of row that nobody can save.</summary>
    private sealed class DyingContexts(PortalDb db, FakeTimeProvider clock, int saves) : SaveChangesInterceptor, IDbContextFactory<PortalDbContext>
    {
        private int _saves;

        public Type? Breaks { get; init; }

        public PortalDbContext CreateDbContext()
        {
            using var known = db.CreateDbContext();
            return PortalDb.Beside(known, TestKeys.Cipher, new VersionOnSave(), new AuditOnSave(PortalDb.Keys, clock), new PulseOnSave(db.Pulse), this);
        }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Breaks is { } type && eventData.Context!.ChangeTracker.Entries().Any(e => e.Entity.GetType() == type))
            {
                throw new InvalidOperationException("No such row can be saved.");
            }

            // An empty batch saves nothing.
            if (!eventData.Context!.ChangeTracker.HasChanges())
            {
                return ValueTask.FromResult(result);
            }

            return _saves++ < saves ? ValueTask.FromResult(result) : throw new OperationCanceledException("killed");
        }
    }
}
