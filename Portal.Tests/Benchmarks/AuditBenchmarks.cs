using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Appointments;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>What the audit row adds to a save (at most 20 %), and how long a million rows take to verify (at most 30 s).</summary>
[Collection(CityBenchmarks.Name)]
public sealed class AuditBenchmarks : IDisposable
{
    private const int Saves = 2_000;
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

    /// <summary>The same two acts as people do them: through the services, with the guard that asks the database who they are, or with one that knows.</summary>
    [Fact(Explicit = true)]
    public async Task What_people_do_with_and_without_guard_and_record()
    {
        var (author, clerk) = (PersonId.New(), PersonId.New());
        var agency = Agency.Register(AgencyId.New(), "AG01", "unit", AgencyKind.DistrictGeneral, null, null, isExternal: false);
        var accounts = new[] { Account.For(author, PortalRole.Supervisor), Account.For(clerk, PortalRole.Administrator) };
        await _db.Work.WriteAsync(
            async db =>
            {
                db.AddRange(Person.Staff(author, "author"), Person.Staff(clerk, "clerk"), agency);
                await db.SaveChangesAsync(Stop);
                db.Add(Appointment.FromRegister(
                    AppointmentId.New(), author, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, OfficeClock.Anchor.AddYears(-1), OfficeClock.Anchor.AddYears(2), AppointmentState.Active, null, null, null, []));
                db.AddRange(accounts);
            },
            Stop);
        var kept = Acts(audited: true, Asking(accounts[0]), Asking(accounts[1]));
        var bare = Acts(audited: false, Acting.Supervisor(author).Guard(), new Acting(PortalRole.Administrator, clerk).Guard());
        var (with, without) = (new Turns(), new Turns());
        for (var i = 0; i < Saves; i++)
        {
            await without.TakeAsync(() => FileAndRegisterAsync(bare, agency.Id));
            await with.TakeAsync(() => FileAndRegisterAsync(kept, agency.Id));
        }

        Measure.Print("Trust: file a finding and register it, through the services", with.Median, without.Median * 1.2, FormattableString.Invariant($"without {without.Median:0.00} ms, {with.Median / without.Median:0.00} ×"));
        Measure.Print("Trust: the same, time of the processor", with.Processor, without.Processor * 1.2, FormattableString.Invariant($"without {without.Processor:0.00} ms, {with.Processor / without.Processor:0.00} ×"));
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

    private (MyFindingService Filing, FindingHandlingService Handling) Acts(bool audited, AccessGuard author, AccessGuard clerk)
    {
        var contexts = Pooled(audited);
        var (work, facts) = (new UnitOfWork(contexts), new OfficeFacts(contexts));
        return (new MyFindingService(contexts, work, facts, author, _clock), new FindingHandlingService(work, clerk, _clock));
    }

    private static async Task FileAndRegisterAsync((MyFindingService Filing, FindingHandlingService Handling) acts, AgencyId agency)
    {
        var id = await acts.Filing.SubmitAsync(new FindingForm { Agency = agency.Value, Category = FindingCategory.Service, Text = "two counters open, forty people waiting", SecrecyConfirmed = true }, Stop);
        await acts.Handling.RegisterAsync(id, version: 0, Stop);
    }

    private AccessGuard Asking(Account account) => new(
        new AskedOfTheDatabase(new Standing(Pooled(audited: true), Options.Create(new SignInOptions { IdleMinutes = 600, AbsoluteHours = 24 }), _clock), SignedIn.Begin(_db, account.Id, _clock)),
        Acting.Authorization, new UnrecordedDenials(), NullLogger<AccessGuard>.Instance);

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

    private UnitOfWork Work(bool audited) => new(Pooled(audited));

    private Contexts Pooled(bool audited)
    {
        using var context = _db.CreateDbContext();
        var options = new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(new SqliteConnectionStringBuilder(context.Database.GetConnectionString()) { Pooling = true }.ToString());
        // As in the portal, but for what is measured.
        options.AddInterceptors(new DatabaseFile(), new SecureDelete(), new PlainTextOnSave(), new VersionOnSave());
        if (audited)
        {
            options.AddInterceptors(new AuditOnSave(PortalDb.Keys, _clock));
        }

        options.AddInterceptors(new PulseOnSave(new ChangePulse()));
        return new Contexts(options.Options);
    }

    /// <summary>As in a circuit: what a sign-in is worth is read at every act.</summary>
    private sealed class AskedOfTheDatabase(Standing standing, ClaimsPrincipal who) : ICurrentActor
    {
        public Task<Actor> GetAsync(CancellationToken cancellationToken = default) => standing.OfAsync(who, cancellationToken);
    }

    /// <summary>What the runs of one kind took, the first ones apart.</summary>
    private sealed class Turns
    {
        // What is compiled anew while it runs would be measured, not what runs.
        private const int Warm = 1_000;

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
