using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Commands;
using Portal.Confidentiality;
using Portal.Data;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Audit;

/// <summary>Whoever has the database file and knows SQL, but not the key, is found out: the verifier names the first bad row. security.md §3 test 50.</summary>
public sealed class AuditVerifierTests : IAsyncLifetime
{
    private const int People = 12;

    private readonly PortalDb _db = new();
    private readonly string _anchors = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.CreateVersion7():N}.log");
    private long _first;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AnchorFile File => new(_anchors, PortalDb.Keys);

    private AuditVerifier Verifier => new(_db, PortalDb.Keys, File, _db.Clock);

    public async ValueTask InitializeAsync()
    {
        _first = (await HeadAsync()).Sequence + 1;
        for (var i = 0; i < People; i++)
        {
            await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), $"p{i}"))), Cancel);
        }
    }

    public ValueTask DisposeAsync()
    {
        _db.Dispose();
        System.IO.File.Delete(_anchors);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_untouched_record_is_whole()
    {
        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.True(verdict.IsWhole);
        Assert.Equal(_first + People - 1, verdict.Rows);
        Assert.StartsWith("The audit record is whole", VerifyAuditCommand.Say(verdict), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Act = 'SeeAudit' WHERE Sequence = {5}", AuditFault.Changed, 5)]
    [InlineData("UPDATE AuditEntries SET At = '2020-01-01 00:00:00' WHERE Sequence = {5}", AuditFault.Changed, 5)]
    [InlineData("UPDATE AuditEntries SET After = NULL WHERE Sequence = {5}", AuditFault.Changed, 5)]
    [InlineData("UPDATE AuditEntries SET Reason = '' WHERE Sequence = {5}", AuditFault.Changed, 5)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = {5}", AuditFault.Missing, 5)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = {5}; UPDATE AuditEntries SET Sequence = Sequence - 1 WHERE Sequence > {5}; UPDATE AuditHead SET Sequence = Sequence - 1", AuditFault.Changed, 5)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence > {8}", AuditFault.Cut, 9)]
    [InlineData("UPDATE AuditEntries SET Sequence = -1 WHERE Sequence = {5}; UPDATE AuditEntries SET Sequence = {5} WHERE Sequence = {6}; UPDATE AuditEntries SET Sequence = {6} WHERE Sequence = -1", AuditFault.Changed, 5)]
    [InlineData("INSERT INTO AuditEntries SELECT {12} + 1, At, Account, Person, Role, Act, ObjectType, ObjectId, Before, After, Outcome, Reason, Session, Previous, Hash FROM AuditEntries WHERE Sequence = {12}", AuditFault.BeyondHead, 13)]
    public async Task Tampering_is_named(string sql, AuditFault fault, int row)
    {
        for (var i = 1; i <= People; i++)
        {
            sql = sql.Replace($"{{{i}}}", $"{_first + i - 1}", StringComparison.Ordinal);
        }

        await TamperAsync(sql);
        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.Equal((fault, _first + row - 1), (verdict.Fault, verdict.Row));
        Assert.Contains($"{_first + row - 1}", VerifyAuditCommand.Say(verdict), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_repeated_under_a_raised_head_is_named()
    {
        var last = _first + People - 1;
        await TamperAsync($"INSERT INTO AuditEntries SELECT {last + 1}, At, Account, Person, Role, Act, ObjectType, ObjectId, Before, After, Outcome, Reason, Session, Previous, Hash FROM AuditEntries WHERE Sequence = {last}; UPDATE AuditHead SET Sequence = {last + 1}");

        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.Equal((AuditFault.Changed, last + 1), (verdict.Fault, verdict.Row));
    }

    [Fact]
    public async Task A_cut_end_whose_head_was_set_back_is_known_by_the_anchor()
    {
        var head = await HeadAsync();
        File.Append(head.Sequence, head.Hash);
        var eighth = _first + 7;
        await TamperAsync($"DELETE FROM AuditEntries WHERE Sequence > {eighth}; UPDATE AuditHead SET Sequence = {eighth}, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = {eighth})");

        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.Equal((AuditFault.OtherThanAnchored, eighth + 1), (verdict.Fault, verdict.Row));
    }

    [Fact]
    public async Task An_older_copy_that_went_on_is_known_by_the_anchor()
    {
        var head = await HeadAsync();
        var other = (byte[])head.Hash.Clone();
        other[0] ^= 1;
        File.Append(head.Sequence, other);
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), "later"))), Cancel);

        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.Equal((AuditFault.OtherThanAnchored, head.Sequence), (verdict.Fault, verdict.Row));
    }

    [Fact]
    public async Task A_changed_anchor_file_is_named()
    {
        var head = await HeadAsync();
        File.Append(1, head.Hash);
        File.Append(2, head.Hash);
        File.Append(head.Sequence, head.Hash);
        var lines = await System.IO.File.ReadAllLinesAsync(_anchors, Cancel);
        await System.IO.File.WriteAllLinesAsync(_anchors, [lines[0], lines[2]], Cancel);

        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.Equal((AuditFault.AnchorFileChanged, 2L), (verdict.Fault, verdict.Row));
    }

    [Fact]
    public async Task An_anchor_file_that_was_deleted_cut_or_begun_anew_is_named()
    {
        var first = await AnchorAsync();
        var cut = await System.IO.File.ReadAllTextAsync(_anchors, Cancel);
        var second = await AnchorAsync();
        Assert.True((await Verifier.VerifyAsync(Cancel)).IsWhole);

        await System.IO.File.WriteAllTextAsync(_anchors, cut, Cancel);
        await IsMissingAsync(second);

        System.IO.File.Delete(_anchors);
        await IsMissingAsync(first);

        await AnchorAsync();
        await IsMissingAsync(first);

        async Task IsMissingAsync(long row)
        {
            var verdict = await Verifier.VerifyAsync(Cancel);
            Assert.Equal((AuditFault.AnchorMissing, row), (verdict.Fault, verdict.Row));
            Assert.Contains($"lacks the anchor of row {row}", VerifyAuditCommand.Say(verdict), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_also_takes_the_word_of_a_line_out_of_the_record_is_named_by_that_row()
    {
        var anchored = await AnchorAsync();
        System.IO.File.Delete(_anchors);
        await TamperAsync($"UPDATE AuditEntries SET Act = 'Portal' WHERE Sequence = {anchored + 1}");

        var verdict = await Verifier.VerifyAsync(Cancel);

        Assert.Equal((AuditFault.Changed, anchored + 1), (verdict.Fault, verdict.Row));
    }

    [Fact]
    public async Task A_copy_of_the_file_goes_as_far_as_the_copied_record()
    {
        var first = await AnchorAsync();
        var second = await AnchorAsync();
        var text = await System.IO.File.ReadAllTextAsync(_anchors, Cancel);

        await System.IO.File.WriteAllTextAsync(_anchors, AnchorFile.UpTo(text, second - 1), Cancel);

        Assert.Equal([first], File.Read(out var broken).Select(a => a.Sequence));
        Assert.Null(broken);
        Assert.Equal(text, AnchorFile.UpTo(text + "17 abc", second));
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_is_no_anchor_and_the_next_one_takes_its_place()
    {
        var head = await HeadAsync();
        File.Append(head.Sequence, head.Hash);
        await System.IO.File.AppendAllTextAsync(_anchors, "17 abc", Cancel);
        Assert.True((await Verifier.VerifyAsync(Cancel)).IsWhole);

        File.Append(head.Sequence, head.Hash);
        Assert.Equal(2, File.Read(out var broken).Count);
        Assert.Null(broken);
    }

    [Fact]
    public async Task Another_key_proves_nothing()
    {
        var verdict = await new AuditVerifier(_db, DataKeys.Create(), new AnchorFile(_anchors, DataKeys.Create()), _db.Clock).VerifyAsync(Cancel);

        Assert.Equal((AuditFault.Changed, 1L), (verdict.Fault, verdict.Row));
    }

    [Fact]
    public async Task Erasing_a_subject_and_renewing_the_keys_leave_the_chain_whole()
    {
        var person = Person.Staff(PersonId.New(), "gone");
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(person)), Cancel);
        var renewed = PortalDb.Keys.Renew();
        var moved = await _db.Work.WriteAsync(db => db.RewrapAuditKeysAsync(renewed, 1_000, Cancel), Cancel);
        await _db.Work.WriteAsync(db => db.EraseFromAuditAsync(person.Id.Value, Cancel), Cancel);

        await using var left = _db.CreateDbContext();
        Assert.True(moved > People);
        Assert.All(await left.AuditKeys.ToListAsync(Cancel), key => Assert.Equal(DataKeys.Length, AuditSeals.Unwrap(key, renewed).Length));
        Assert.False(await left.AuditKeys.AnyAsync(k => k.Subject == person.Id.Value, Cancel));
        Assert.True((await Verifier.VerifyAsync(Cancel)).IsWhole);
    }

    /// <summary>A line in the file and its word in the record, as the portal writes them.</summary>
    private async Task<long> AnchorAsync()
    {
        var head = await HeadAsync();
        File.Append(head.Sequence, head.Hash);
        await _db.Trail.RecordAsync(AuditAnchoring.EventOf(head.Sequence), Cancel);
        return head.Sequence;
    }

    private async Task<AuditHead> HeadAsync()
    {
        await using var db = _db.CreateDbContext();
        return await db.AuditHeads.AsNoTracking().SingleAsync(Cancel);
    }

    // Whoever can write the file can drop the triggers first.
    private async Task TamperAsync(string sql)
    {
        await using var db = _db.CreateDbContext();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync(Cancel);
        command.CommandText = Tampering.WithoutTriggers(db) + sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
