using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Evidence;
using Portal.Evidence.Cipher;
using Portal.Live;

namespace Portal.Tests.Soak;

/// <summary>What a portal left behind, held against what it had acknowledged.</summary>
/// <param name="folder">A data folder, or a backup.</param>
/// <param name="keysOf">The data folder with the keys.</param>
internal sealed class SoakChecks(string folder, string keysOf) : IDbContextFactory<PortalDbContext>
{
    private readonly DataKeys _keys = new KeyFile(
        Options.Create(new KeysOptions()), Options.Create(new PortalOptions { DataFolder = keysOf }), new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = folder }).Read();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private EvidenceStore Store => new(new EvidenceFolder(Path.Combine(folder, "evidence")), new DiskFiles());

    public PortalDbContext CreateDbContext() => new SqlitePortalDbContext(
        new DbContextOptionsBuilder<SqlitePortalDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "portal.db"), Pooling = false }.ToString())
            .AddInterceptors(new VersionOnSave(), new AuditOnSave(_keys, TimeProvider.System), new PulseOnSave(new ChangePulse()))
            .Options,
        new FieldCipher(_keys));

    /// <summary>Nothing acknowledged is lost, nothing half done is left, and the record is whole.</summary>
    public async Task<(int Findings, int Files, long Rows)> CheckAsync(IReadOnlyCollection<SoakAct> acknowledged)
    {
        await using var db = CreateDbContext();
        await db.Database.OpenConnectionAsync(Stop);
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Stop));

        var findings = await db.Findings.AsNoTracking().Select(f => new { f.Id, f.State }).ToDictionaryAsync(f => f.Id.Value, f => f.State, Stop);
        Assert.All(acknowledged, a => Assert.True(findings.ContainsKey(a.Finding), $"Finding {a.Finding} was acknowledged and is lost."));
        Assert.All(acknowledged.Where(a => a.IsRegistered), a => Assert.Equal(FindingState.Registered, findings[a.Finding]));

        // Each finding has the row of its making, each such row its finding, and each registered one a row of that too.
        var rows = await db.AuditEntries.AsNoTracking().Where(e => e.ObjectType == nameof(Finding) && e.Outcome == AuditOutcome.Done).Select(e => new { e.ObjectId, IsNew = e.Before == null && e.After != null, e.Act }).ToListAsync(Stop);
        var made = rows.Where(r => r.IsNew).Select(r => Guid.Parse(r.ObjectId!)).ToHashSet();
        Assert.True(made.SetEquals(findings.Keys), "A finding without its row, or a row without its finding.");
        var handled = rows.Where(r => r.Act == nameof(Portal.Access.Permissions.HandleFinding)).Select(r => Guid.Parse(r.ObjectId!)).ToHashSet();
        Assert.All(acknowledged.Where(a => a.IsRegistered), a => Assert.Contains(a.Finding, handled));

        var files = await CheckFilesAsync(db, acknowledged);
        var verdict = await new AuditVerifier(this, _keys, new AnchorFile(Path.Combine(folder, "audit-anchor.log"), _keys), TimeProvider.System).VerifyAsync(Stop);
        Assert.True(verdict.IsWhole, $"{verdict}");
        return (findings.Count, files, verdict.Rows);
    }

    /// <summary>As the hourly sweep does it, a day later.</summary>
    public async Task SweepAsync()
    {
        var tomorrow = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(25));
        using var sweeper = new EvidenceSweeper(this, new UnitOfWork(this), Store, Options.Create(new EvidenceOptions()), tomorrow, NullLogger<EvidenceSweeper>.Instance);
        await sweeper.SweepAsync(Stop);
        var stored = Directory.EnumerateFiles(Path.Combine(folder, "evidence")).Select(Path.GetFileName).ToHashSet();
        await using var db = CreateDbContext();
        var named = await db.Evidence.Where(f => f.WrappedKey != null).Select(f => f.StorageName + ".ev").ToListAsync(Stop);
        Assert.True(stored.SetEquals(named), "After the sweep a file is left without its row.");
    }

    // Each row's file is there and opens to its last byte, each file's making is on record, and what was taken back stays so.
    private async Task<int> CheckFilesAsync(PortalDbContext db, IReadOnlyCollection<SoakAct> acknowledged)
    {
        var files = await db.Evidence.AsNoTracking().ToDictionaryAsync(f => f.Id.Value, Stop);
        Assert.All(acknowledged.Where(a => a.File is not null), a => Assert.True(files.ContainsKey(a.File!.Value), $"File {a.File} was acknowledged and is lost."));
        Assert.All(acknowledged.Where(a => a.IsTakenBack), a => Assert.NotNull(files[a.File!.Value].RemovedAt));
        var keys = new FileKeys(_keys);
        foreach (var file in files.Values)
        {
            using var content = Store.Open(file, keys.Unwrap(file));
            await content.CopyToAsync(Stream.Null, Stop);
        }

        var added = await db.AuditEntries.AsNoTracking().Where(e => e.ObjectType == "Evidence" && e.Before == null && e.After != null && e.Outcome == AuditOutcome.Done).Select(e => e.ObjectId!).ToListAsync(Stop);
        Assert.True(added.Select(Guid.Parse).ToHashSet().SetEquals(files.Keys), "A file without its row in the record, or the reverse.");
        return files.Count;
    }
}
