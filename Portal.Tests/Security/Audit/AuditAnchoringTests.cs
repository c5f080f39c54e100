using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Audit;

/// <summary>When the end of the record goes into the file outside the database, and what is said at start when the two differ.</summary>
public sealed class AuditAnchoringTests : IDisposable
{
    private readonly PortalDb _db = new();
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.CreateVersion7():N}.log");
    private readonly Said _said = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AnchorFile File => new(_path, PortalDb.Keys);

    public void Dispose()
    {
        _db.Dispose();
        System.IO.File.Delete(_path);
    }

    [Fact]
    public async Task The_end_is_anchored_when_the_portal_stops_and_only_when_it_grew()
    {
        await RunOnceAsync();
        await RunOnceAsync();
        Assert.Single(File.Read(out _));

        await GrowAsync();
        await RunOnceAsync();
        Assert.Equal(2, File.Read(out _).Count);
        Assert.Empty(_said.Critical);
    }

    [Fact]
    public async Task Many_rows_are_anchored_before_the_hour()
    {
        using var anchoring = Anchoring();
        await anchoring.AnchorAsync(atLeast: 1_000_000, Cancel);
        Assert.Empty(File.Read(out _));

        await anchoring.AnchorAsync(atLeast: 1, Cancel);
        Assert.Single(File.Read(out _));
    }

    [Fact]
    public async Task A_database_older_than_its_anchor_is_called_out_at_start()
    {
        await using (var db = _db.CreateDbContext())
        {
            var head = await db.AuditHeads.AsNoTracking().SingleAsync(Cancel);
            File.Append(head.Sequence + 5, head.Hash);
        }

        await RunOnceAsync();

        Assert.Single(_said.Critical);
    }

    [Fact]
    public async Task A_file_that_is_deleted_or_cut_is_called_out_at_start()
    {
        await RunOnceAsync();
        var first = await System.IO.File.ReadAllTextAsync(_path, Cancel);
        await GrowAsync();
        await RunOnceAsync();
        Assert.Empty(_said.Critical);

        await System.IO.File.WriteAllTextAsync(_path, first, Cancel);
        await RunOnceAsync();
        Assert.Contains("was deleted, cut or put back", Assert.Single(_said.Critical), StringComparison.Ordinal);

        System.IO.File.Delete(_path);
        await RunOnceAsync();
        Assert.Equal(2, _said.Critical.Count);
    }

    [Fact]
    public async Task A_file_that_is_deleted_while_the_portal_runs_is_called_out_by_the_next_line()
    {
        using var anchoring = Anchoring();
        await anchoring.AnchorAsync(atLeast: 1, Cancel);
        System.IO.File.Delete(_path);
        await GrowAsync();

        await anchoring.AnchorAsync(atLeast: 1, Cancel);

        Assert.Single(_said.Critical);
    }

    private async Task GrowAsync() => await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), "a"))), Cancel);

    private async Task RunOnceAsync()
    {
        using var anchoring = Anchoring();
        await anchoring.StartAsync(Cancel);
        await anchoring.StopAsync(Cancel);
        await anchoring.StopAsync(Cancel);
    }

    private AuditAnchoring Anchoring() => new(_db, _db.Trail, File, Options.Create(new AuditOptions()), _db.Clock, _said);

    private sealed class Said : ILogger<AuditAnchoring>
    {
        public List<string> Critical { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Critical)
            {
                Critical.Add(formatter(state, exception));
            }
        }
    }
}
