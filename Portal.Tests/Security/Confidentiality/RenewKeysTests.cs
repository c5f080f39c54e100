using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Commands;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Data.People;
using Portal.Domain.People;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>keys renew: a new version, and everything under it, while the portal is in use.</summary>
public sealed class RenewKeysTests : IDisposable
{
    private readonly KeyedOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Everything_moves_under_the_new_version_and_reads_the_same()
    {
        var person = _office.Add(NumberOf(1));

        var (code, said) = await RenewAsync();

        Assert.Equal(0, code);
        Assert.Contains("version 2 made", said, StringComparison.Ordinal);
        Assert.Contains("People.IdNumber: 1 values", said, StringComparison.Ordinal);
        AllUnder(2);
        await using var db = _office.CreateDbContext();
        Assert.Equal(NumberOf(1), (await db.People.SingleAsync(p => p.Id == person.Id, Stop)).IdNumber!.Value.Value);
        Assert.Single(db.WithNumbers([IdentityNumber.FromStore(NumberOf(1))]));
    }

    [Fact]
    public async Task What_the_audit_record_keeps_sealed_opens_under_the_new_key()
    {
        var (subject, key, before) = (Guid.CreateVersion7(), new byte[DataKeys.Length], _office.Keys.Read());
        await using (var db = _office.CreateDbContext())
        {
            db.AuditKeys.Add(new AuditKey { Subject = subject, Month = 0, Name = null, KeyVersion = before.Current, Wrapped = AuditSeals.Wrap(subject, key, before) });
            await db.SaveChangesAsync(Stop);
        }

        var (_, said) = await RenewAsync();

        Assert.Contains("Audit record: 1 keys", said, StringComparison.Ordinal);
        await using var after = _office.CreateDbContext();
        var moved = await after.AuditKeys.SingleAsync(k => k.Subject == subject, Stop);
        Assert.Equal(2, moved.KeyVersion);
        Assert.Equal(key, AuditSeals.Unwrap(moved, _office.Keys.Read()));
    }

    [Fact]
    public async Task Nobody_elses_form_is_refused_because_the_keys_were_renewed()
    {
        var person = _office.Add(NumberOf(1));
        await using var db = _office.CreateDbContext();
        var open = await db.People.SingleAsync(p => p.Id == person.Id, Stop);

        await RenewAsync();

        open.Correct("谭示安", PhoneNumber.FromStore("15400000009"), null, null);
        Assert.Equal(1, await db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task The_running_portal_reads_and_writes_with_the_new_key_at_once()
    {
        _office.Add(NumberOf(1));
        await RenewAsync();

        _office.Add(NumberOf(2), name: "凌例禾");

        AllUnder(2);
        await using var db = _office.CreateDbContext();
        Assert.Equal(2, await db.People.CountAsync(p => p.Phone != null, Stop));
        Assert.All(await db.People.ToListAsync(Stop), p => Assert.NotNull(p.IdNumber));
    }

    [Fact]
    public async Task Stopped_anywhere_it_goes_on_under_the_same_version_and_finishes()
    {
        const int people = ProtectedRows.Batch + 20;
        await using (var db = _office.CreateDbContext())
        {
            db.People.AddRange(Enumerable.Range(0, people).Select(i => Person.Citizen(PersonId.New(), $"示例{i}", IdentityNumber.FromStore(NumberOf(i)), PhoneNumber.FromStore("15400000001"), null, null)));
            await db.SaveChangesAsync(Stop);
        }

        _office.Keys.Write(_office.KeyFile().Read().Renew());
        using var killed = new CancellationTokenSource();
        // Once to see what there is, once for each column before those of people, which are empty, and once within theirs.
        var before = 0;
        await using (var db = _office.CreateDbContext())
        {
            before = db.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(ProtectedColumns.IsProtected).TakeWhile(c => ProtectedColumns.NameOf(c) != "People.IdNumber").Count();
        }

        var rows = new ProtectedRows(new StoppedAfter(_office.AnotherProcess(), batches: before + 3, killed));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rows.MoveAsync(killed.Token));
        var moved = _office.Stored("IdNumber", "People").Concat(_office.Stored("Phone", "People")).Count(s => s.StartsWith("$A2$", StringComparison.Ordinal));
        Assert.InRange(moved, 1, (2 * people) - 1);

        var (code, said) = await RenewAsync();

        Assert.Equal(0, code);
        Assert.Contains("not finished", said, StringComparison.Ordinal);
        Assert.Equal(2, _office.KeyFile().Read().Current);
        AllUnder(2);
    }

    [Fact]
    public async Task Who_writes_meanwhile_loses_nothing()
    {
        for (var i = 0; i < 60; i++)
        {
            _office.Add(NumberOf(i), name: $"示例{i}");
        }

        using var done = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writer = Task.Run(
            async () =>
            {
                var written = 0;
                while (!done.IsCancellationRequested)
                {
                    var phone = PhoneNumber.FromStore($"154{++written:00000000}");
                    await new UnitOfWork(_office).WriteAsync(
                        async db => (await db.People.OrderBy(p => p.Id).FirstAsync(Stop)).Correct("示例", phone, null, null), Stop);
                    begun.TrySetResult();
                }

                return written;
            },
            Stop);

        // A renewal that is over before anybody writes shows nothing.
        await Task.WhenAny(begun.Task, writer);
        var (code, _) = await RenewAsync();
        await done.CancelAsync();
        var last = await writer;

        Assert.Equal(0, code);
        await using var after = _office.CreateDbContext();
        Assert.Equal($"154{last:00000000}", (await after.People.OrderBy(p => p.Id).FirstAsync(Stop)).Phone!.Value.Value);
        Assert.Equal(60, (await after.People.ToListAsync(Stop)).Select(p => p.IdNumber).Distinct().Count());
    }

    [Fact]
    public async Task Without_a_key_file_it_makes_none()
    {
        File.Delete(_office.Keys.Path);
        using var output = new StringWriter();

        Assert.Equal(1, await new RenewKeysCommand(_office.KeyFile(), _office).RunAsync(output, [], Stop));
        Assert.False(_office.Keys.Exists);
    }

    [Fact]
    public async Task What_an_earlier_portal_left_in_the_clear_comes_under_the_key_at_the_start()
    {
        _office.Add(NumberOf(1), phone: null);
        _office.Write($"UPDATE People SET IdNumber = {NumberOf(7)}, IdNumberHash = NULL, Phone = '15400000007'");

        await new ProtectedRows(_office).ProtectAsync(Stop);

        AllUnder(1);
        await using var db = _office.CreateDbContext();
        var person = Assert.Single(db.WithNumbers([IdentityNumber.FromStore(NumberOf(7))]));
        Assert.Equal("15400000007", person.Phone!.Value.Value);
        if (_office.IsSqlite)
        {
            Assert.DoesNotContain(NumberOf(7), System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_office.Folder, _office.FileName), Stop)), StringComparison.Ordinal);
        }
    }

    private static string NumberOf(int i) => $"99020319850101{i:000}X";

    private async Task<(int Code, string Said)> RenewAsync()
    {
        using var output = new StringWriter();
        var code = await new RenewKeysCommand(_office.KeyFile(), _office.AnotherProcess()).RunAsync(output, [], Stop);
        return (code, output.ToString());
    }

    private void AllUnder(int version) => Assert.All(
        _office.Stored("IdNumber", "People").Concat(_office.Stored("Phone", "People")), stored => Assert.StartsWith($"$A{version}$", stored, StringComparison.Ordinal));

    /// <summary>A process that is gone in the middle of its work.</summary>
    private sealed class StoppedAfter(IDbContextFactory<PortalDbContext> inner, int batches, CancellationTokenSource killed) : IDbContextFactory<PortalDbContext>
    {
        private int _opened;

        public PortalDbContext CreateDbContext()
        {
            if (++_opened > batches)
            {
                killed.Cancel();
            }

            return inner.CreateDbContext();
        }
    }
}
