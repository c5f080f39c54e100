using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Audit;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>What the audit row adds to a save (at most 20 %), and how long a million rows take to verify (at most 30 s).</summary>
[Collection(CityBenchmarks.Name)]
public sealed class AuditBenchmarks : IDisposable
{
    private const int Saves = 1_000;
    private const int Rows = 1_000_000;
    private const int AtOnce = 10_000;

    private readonly PortalDb _db = new();
    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly string _anchors = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.CreateVersion7():N}.log");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact(Explicit = true)]
    public async Task A_save_with_and_without_its_audit_row()
    {
        var author = Person.Staff(PersonId.New(), "author");
        var agency = Agency.Register(AgencyId.New(), "AG01", "unit", AgencyKind.DistrictGeneral, null, null, isExternal: false);
        await _db.Work.WriteAsync(
            db =>
            {
                db.People.Add(author);
                db.Agencies.Add(agency);
                return Task.CompletedTask;
            },
            Stop);
        var with = Work(audited: true);
        var without = Work(audited: false);
        var bare = new Turns();
        var kept = new Turns();
        // Each save by turns, since the machine is shared: what disturbs one disturbs the other.
        for (var i = 0; i < Saves; i++)
        {
            await bare.TakeAsync(() => FileAndRegisterAsync(without, author.Id, agency.Id));
            await kept.TakeAsync(() => FileAndRegisterAsync(with, author.Id, agency.Id));
        }

        Measure.Print("Audit: file a finding and register it, with its rows", kept.Median, bare.Median * 1.2, FormattableString.Invariant($"without {bare.Median:0.00} ms, {kept.Median / bare.Median:0.00} ×"));
        Measure.Print("Audit: the same, time of the processor", kept.Processor, bare.Processor * 1.2, FormattableString.Invariant($"without {bare.Processor:0.00} ms, {kept.Processor / bare.Processor:0.00} ×"));
    }

    [Fact(Explicit = true)]
    public async Task A_million_rows_are_verified()
    {
        await FillAsync();
        var verifier = new AuditVerifier(_db, PortalDb.Keys, new AnchorFile(_anchors, PortalDb.Keys), TimeProvider.System);
        AuditVerdict? verdict = null;
        var once = await Measure.OnceAsync(async () => verdict = await verifier.VerifyAsync(Stop));

        Assert.True(verdict!.IsWhole);
        Assert.True(verdict.Rows >= Rows);
        Measure.Print($"Audit: {verdict.Rows:N0} rows verified", once.Milliseconds, 30_000, once.Memory);
    }

    private async Task FileAndRegisterAsync(UnitOfWork work, PersonId author, AgencyId agency)
    {
        var today = OfficeClock.Anchor;
        var id = FindingId.New();
        await work.WriteAsync(
            async db =>
            {
                var number = await db.NextNumberAsync("WT", today.Year, Stop);
                db.Findings.Add(Finding.Submit(id, number, author, [], agency, null, FindingCategory.Service, "two counters open, forty people waiting", false, true, _clock.GetUtcNow(), today));
            },
            Stop);
        await work.WriteAsync(
            async db =>
            {
                var finding = await db.Findings.Include(f => f.Events).SingleAsync(f => f.Id == id, Stop);
                finding.Register(PersonId.New(), _clock.GetUtcNow(), today);
            },
            Stop);
    }

    // Rows as the portal writes them, by way of many acts put down at once.
    private async Task FillAsync()
    {
        var who = AuditedActor.Portal;
        for (var done = 0; done < Rows; done += AtOnce)
        {
            await _db.Work.WriteAsync(
                _ =>
                {
                    AuditScope.Current!.Events.AddRange(Enumerable.Range(0, AtOnce).Select(i => new AuditEvent(who, AuditActs.Portal, AuditOutcome.Done)
                    {
                        What = AuditedObject.Of(FindingId.New()),
                        Facts = [new("State", nameof(FindingState.Registered)), new("RegisteredOn", OfficeClock.Anchor), new("Text", new string('x', 200))],
                    }));
                    return Task.CompletedTask;
                },
                Stop);
        }
    }

    private UnitOfWork Work(bool audited)
    {
        using var context = _db.CreateDbContext();
        var options = new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(new SqliteConnectionStringBuilder(context.Database.GetConnectionString()) { Pooling = true }.ToString());
        options.AddInterceptors(audited
            ? [new VersionOnSave(), new AuditOnSave(PortalDb.Keys, _clock), new PulseOnSave(new ChangePulse())]
            : [new VersionOnSave(), new PulseOnSave(new ChangePulse())]);
        return new UnitOfWork(new Contexts(options.Options));
    }

    /// <summary>What the runs of one kind took, the first ones apart.</summary>
    private sealed class Turns
    {
        private const int Warm = 100;

        private readonly List<double> _times = [];
        private TimeSpan _processor;
        private int _turns;

        public double Median => _times.Order().ElementAt(_times.Count / 2);

        /// <summary>The mean; the processor's time does not wait for anybody.</summary>
        public double Processor => _processor.TotalMilliseconds / _times.Count;

        public async Task TakeAsync(Func<Task> run)
        {
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            await run();
            var took = watch.Elapsed;
            if (_turns++ >= Warm)
            {
                _times.Add(took.TotalMilliseconds);
                _processor += Environment.CpuUsage.TotalTime - before;
            }
        }
    }

    private sealed class Contexts(DbContextOptions<SqlitePortalDbContext> options) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => new SqlitePortalDbContext(options, TestKeys.Cipher);
    }
}
