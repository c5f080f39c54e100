using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Commands;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.People;
using Portal.Tests.Security.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Storage;

/// <summary>A backup of the portal in use, and the drill of restoring it (security.md 51): all that was acknowledged is in it, its keys are not, and with them everything opens.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private const string Canary = "CANARY-CONTENT-51";
    private const string Number = "99020319850101001X";
    private const string Phone = "15412345678";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"portal-backup-{Guid.CreateVersion7():N}");
    private readonly EvidencePortal _portal = new(Quiet);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(_folder, "copy");

    public async ValueTask InitializeAsync()
    {
        await _portal.SignInAsync();
        await UploadAsync();
        await _portal.Services.GetRequiredService<UnitOfWork>().WriteAsync(
            db =>
            {
                db.People.Add(Person.Citizen(PersonId.New(), "示例甲", IdentityNumber.FromStore(Number), PhoneNumber.FromStore(Phone), District.Tianyuan, null));
                return Task.CompletedTask;
            },
            Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        TestFolder.Delete(_folder);
    }

    [Fact]
    public async Task It_is_restored_in_an_empty_folder_with_keys_from_elsewhere()
    {
        var before = await CountsAsync(_portal);
        Assert.Equal((0, true), await RunAsync(_portal, "backup", Copy, "1 files"));
        await UploadAsync();

        // The drill: the copy becomes a data folder, the keys come from where they are kept.
        var keys = Path.Combine(_folder, "kept-apart.json");
        File.Copy(Path.Combine(_portal.Data, "keys", "data.json"), keys);
        await using var restored = new EvidencePortal(builder => Quiet(builder, Copy, keys));

        Assert.Equal((0, true), await RunAsync(restored, "backup verify", Copy, "Files: 1 open with these keys, 0 do not."));
        Assert.Equal((0, true), await RunAsync(restored, "audit verify", null, "is whole"));
        var after = await CountsAsync(restored);
        Assert.Equal((before.People, before.Findings, before.Files), (after.People, after.Findings, after.Files));
        // What is added is the restored portal's own beginning.
        Assert.InRange(after.Rows, before.Rows, before.Rows + 2);
        await using var db = await restored.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Stop);
        Assert.Contains(Number, (await db.People.AsNoTracking().ToListAsync(Stop)).Select(p => p.IdNumber?.Value));
    }

    [Fact]
    public async Task Its_anchors_are_those_that_its_record_speaks_of()
    {
        var anchoring = _portal.Services.GetServices<IHostedService>().OfType<AuditAnchoring>().Single();
        await anchoring.AnchorAsync(atLeast: 1, Stop);
        await RunAsync(_portal, "backup", Copy, "");

        Assert.Equal((0, true), await RunAsync(_portal, "backup verify", Copy, "1 anchors"));
        File.Delete(Path.Combine(Copy, "audit-anchor.log"));
        Assert.Equal((1, true), await RunAsync(_portal, "backup verify", Copy, "lacks the anchor of row"));
    }

    [Fact]
    public async Task Its_keys_are_not_in_it_and_without_them_nothing_protected_can_be_read()
    {
        await RunAsync(_portal, "backup", Copy, "");

        var files = Directory.EnumerateFiles(Copy, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Copy, f)).ToList();
        Assert.Equal(["portal.db"], files.Where(f => !f.StartsWith("evidence/", StringComparison.Ordinal) && f != "audit-anchor.log"));
        Assert.Single(files, f => f.StartsWith("evidence/", StringComparison.Ordinal));
        Assert.All(files, file =>
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Copy, file)));
            Assert.All([Canary, Number, Phone, Samples.Maker], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        });
        await using var other = new EvidencePortal(Quiet);
        Assert.Equal((1, true), await RunAsync(other, "backup verify", Copy, "Files: 0 open with these keys, 1 do not."));
    }

    [Fact]
    public async Task A_file_that_was_taken_back_while_it_was_copied_is_there_for_its_row()
    {
        // Files go first: whatever their rows say in the copy was there then.
        await RunAsync(_portal, "backup", Copy, "");
        await _portal.Services.GetRequiredService<UnitOfWork>().WriteAsync(async db => db.Evidence.RemoveRange(await db.Evidence.ToListAsync(Stop)), Stop);
        Directory.Delete(_portal.Folder, recursive: true);

        Assert.Equal((0, true), await RunAsync(_portal, "backup verify", Copy, "Files: 1 open"));
    }

    [Fact]
    public async Task A_file_that_was_lost_before_is_told()
    {
        Directory.Delete(_portal.Folder, recursive: true);

        Assert.Equal((1, true), await RunAsync(_portal, "backup", Copy, "1 files have a row and are not in"));
    }

    [Fact]
    public async Task No_backup_is_written_over_another_and_a_damaged_one_is_found_out()
    {
        await RunAsync(_portal, "backup", Copy, "");
        Assert.Equal((1, true), await RunAsync(_portal, "backup", Copy, "is not empty"));
        Assert.Equal((1, true), await RunAsync(_portal, "backup", null, "backup FOLDER"));
        Assert.Equal((1, true), await RunAsync(_portal, "backup verify", Path.Combine(_folder, "none"), "there is no such file"));

        await using (var tampered = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Copy, "portal.db"), Pooling = false }.ToString()))
        {
            await tampered.OpenAsync(Stop);
            await using var delete = tampered.CreateCommand();
            delete.CommandText = "UPDATE AuditHead SET Sequence = Sequence + 1";
            await delete.ExecuteNonQueryAsync(Stop);
        }

        Assert.Equal((1, true), await RunAsync(_portal, "backup verify", Copy, "the end of the record is gone"));
    }

    [Fact]
    public async Task With_SQL_Server_it_says_what_to_do_instead()
    {
        await using var services = new ServiceCollection()
            .AddSingleton(Options.Create(new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=x" }))
            .BuildServiceProvider();
        await using var output = new StringWriter();

        Assert.Equal(1, await new BackupCommand(services).RunAsync(output, [Copy], Stop));
        Assert.Contains("BACKUP DATABASE", output.ToString(), StringComparison.Ordinal);
    }

    private static void Quiet(IWebHostBuilder builder) => builder.UseSetting("Portal:Logs:MinimumLevel", "Fatal");

    private static void Quiet(IWebHostBuilder builder, string data, string keys)
    {
        Quiet(builder);
        builder.UseSetting("Portal:DataFolder", data).UseSetting("Portal:Keys:File", keys);
    }

    private static async Task<(int Code, bool Said)> RunAsync(EvidencePortal portal, string command, string? folder, string words)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var code = await scope.ServiceProvider.GetServices<IPortalCommand>().Single(c => c.Name == command).RunAsync(output, folder is null ? [] : [folder], Stop);
        var said = output.ToString();
        return (code, said.Contains(words, StringComparison.Ordinal) ? true : throw new InvalidOperationException(said));
    }

    private static async Task<(int People, int Findings, int Files, int Rows)> CountsAsync(EvidencePortal portal)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Stop);
        return (await db.People.CountAsync(Stop), await db.Findings.CountAsync(Stop), await db.Evidence.CountAsync(Stop), await db.AuditEntries.CountAsync(Stop));
    }

    private async Task UploadAsync()
    {
        using var sent = await _portal.SendAsync(new ByteArrayContent(Samples.Pdf(Canary)), $"{Canary}.pdf");
        Assert.Equal(System.Net.HttpStatusCode.Created, sent.StatusCode);
    }
}
