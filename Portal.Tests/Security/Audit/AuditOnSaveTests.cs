using System.Data.Common;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Findings;
using Portal.Features.Findings.Mine;
using Portal.Features.Recusals;
using Portal.Tests.House;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Audit;

/// <summary>Every change has its row, in the same transaction, in the name of whoever was let through.</summary>
public sealed class AuditOnSaveTests : IAsyncLifetime
{
    private readonly PortalDb _db = new();
    private readonly Scene _scene = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _scene.SetAsync(_db);

    public ValueTask DisposeAsync()
    {
        _db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_change_leaves_a_row_that_says_who_by_which_permission_on_what()
    {
        var clerk = await StaffAsync();
        await Services(new Acting(PortalRole.Administrator, clerk)).GetRequiredService<RecusalService>().AcceptAsync(_scene.Recusal, Cancel);

        var row = (await NewestAsync()).First(e => e.ObjectType == "Recusal");
        Assert.Equal((clerk, PortalRole.Administrator, nameof(Permissions.DecideRecusal), AuditOutcome.Done), (row.Person!.Value, row.Role!.Value, row.Act, row.Outcome));
        Assert.Equal(_scene.Recusal.Value.ToString("D"), row.ObjectId);
        Assert.Equal("Declared", Value(row.Before, "State"));
        Assert.Equal("Recused", Value(row.After, "State"));
        Assert.Equal(_db.Clock.GetUtcNow(), row.At);
    }

    [Fact]
    public async Task A_guard_asked_within_the_unit_of_work_names_its_actor_all_the_same()
    {
        await Services(Acting.Supervisor(_scene.Actor)).GetRequiredService<Portal.Features.Activities.Mine.MyActivityService>().AcceptAsync(_scene.Participation, Cancel);

        var row = (await NewestAsync())[0];
        Assert.Equal((_scene.Actor, nameof(Permissions.AnswerInvitation)), (row.Person!.Value, row.Act));
    }

    [Fact]
    public async Task An_owned_part_is_put_down_with_its_owner()
    {
        var clerk = await StaffAsync();
        var version = await Read(db => db.Findings.Where(f => f.Id == _scene.Finding).Select(f => f.Version).SingleAsync(Cancel));
        await Services(new Acting(PortalRole.Administrator, clerk)).GetRequiredService<FindingHandlingService>().ReceiveReplyAsync(_scene.Finding, version, "four are open", Cancel);

        var row = Assert.Single(await NewestAsync(), e => e.ObjectType == nameof(Finding));
        Assert.Equal(nameof(FindingState.RectificationReported), Value(row.After, "State"));
        Assert.Contains("\"Events\":[{", row.After, StringComparison.Ordinal);
        Assert.Contains("\"Rectification\":{", row.After, StringComparison.Ordinal);
        Assert.DoesNotContain("four are open", row.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_row()
    {
        var before = await Read(db => db.AuditEntries.CountAsync(Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _db.Work.WriteAsync(
            async db =>
            {
                db.People.Add(Person.Staff(PersonId.New(), "a"));
                await db.SaveChangesAsync(Cancel);
                throw new InvalidOperationException("changed my mind");
            },
            Cancel));

        Assert.Equal(before, await Read(db => db.AuditEntries.CountAsync(Cancel)));
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), "b"))), Cancel);
        Assert.Equal(before + 1, await Read(db => db.AuditEntries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Without_the_record_nothing_is_written_and_nothing_protected_is_read()
    {
        await using (var db = _db.CreateDbContext())
        {
            await Tampering.FillAsync(db, Cancel);
        }

        var services = Services(Acting.Supervisor(_scene.Actor));
        await Assert.ThrowsAsync<DbUpdateException>(() => _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), "a"))), Cancel));
        await Assert.ThrowsAsync<DbUpdateException>(() => services.GetRequiredService<AuditTrail>().RecordReadAsync(Reader, Permissions.SeeFindings, AuditedObject.Of(_scene.Finding), cancellationToken: Cancel));
        Assert.Equal(0, await Read(db => db.People.CountAsync(p => p.FullName == "a", Cancel)));
    }

    [Fact]
    public async Task A_denied_act_leaves_a_row_and_nothing_else()
    {
        var stranger = PersonId.New();
        var services = Services(Acting.Supervisor(stranger));
        await Assert.ThrowsAsync<AccessDeniedException>(() => services.GetRequiredService<FindingHandlingService>().ReceiveReplyAsync(_scene.Finding, 1, "x", Cancel));
        var outside = (await NewestAsync())[0];
        await Assert.ThrowsAsync<AccessDeniedException>(() => services.GetRequiredService<MyFindingService>().SupplementAsync(_scene.Finding, "x", Cancel));
        var inside = (await NewestAsync())[0];

        Assert.Equal((stranger, nameof(Permissions.HandleFinding), AuditOutcome.Denied, nameof(AccessDenial.NotPermitted)), (outside.Person!.Value, outside.Act, outside.Outcome, outside.Reason));
        Assert.Equal((stranger, nameof(Permissions.AnswerOwnFinding), AuditOutcome.Denied), (inside.Person!.Value, inside.Act, inside.Outcome));
        Assert.Equal(outside.Sequence + 1, inside.Sequence);
    }

    [Fact]
    public async Task What_a_provision_refuses_leaves_its_code_and_what_it_was_about_and_nothing_that_was_typed()
    {
        var clerk = await StaffAsync();
        var recusals = Services(new Acting(PortalRole.Administrator, clerk)).GetRequiredService<RecusalService>();
        await recusals.AcceptAsync(_scene.Recusal, Cancel);
        var before = (await NewestAsync())[0].Sequence;

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => recusals.DeclineAsync(_scene.Recusal, "typed by hand", Cancel));

        var row = Assert.Single(await NewestAsync(), e => e.Sequence > before);
        Assert.Equal((clerk, nameof(Permissions.DecideRecusal), AuditOutcome.Denied, refused.Violation.Code), (row.Person!.Value, row.Act, row.Outcome, row.Reason));
        Assert.Equal(("Recusal", _scene.Recusal.Value.ToString("D")), (row.ObjectType, row.ObjectId));
        Assert.Equal((null, null), (row.Before, row.After));
    }

    [Theory]
    [InlineData(AccessDenial.NotInOffice)]
    [InlineData(AccessDenial.NotSignedIn)]
    public async Task Whose_sign_in_is_worth_nothing_any_more_leaves_one_row_however_often_the_page_asks(AccessDenial why)
    {
        var account = Account.For(await StaffAsync(), PortalRole.Supervisor);
        await _db.Work.WriteAsync(db => Task.FromResult(db.Accounts.Add(account)), Cancel);
        var cookie = SignedIn.Begin(_db, account.Id, _db.Clock);
        if (why == AccessDenial.NotSignedIn)
        {
            _db.Clock.Advance(TimeSpan.FromDays(2));
        }

        var before = (await NewestAsync())[0].Sequence;
        var guard = new Returning(cookie, new Standing(_db, Options.Create(new SignInOptions()), _db.Clock)).Guard(_db.Trail);
        var first = await Assert.ThrowsAsync<AccessDeniedException>(() => guard.DemandAsync(Permissions.SeeOwnHome, cancellationToken: Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => guard.DemandAsync(Permissions.SeeOwnHome, cancellationToken: Cancel));

        var row = Assert.Single(await NewestAsync(), e => e.Sequence > before);
        Assert.Equal(why, first.Denial);
        Assert.Equal((account.Id, nameof(Permissions.SeeOwnHome), AuditOutcome.Denied, why.ToString()), (row.Account!.Value, row.Act, row.Outcome, row.Reason));
        Assert.Equal(why == AccessDenial.NotInOffice ? account.Person : null, row.Person);
    }

    [Fact]
    public async Task A_save_that_failed_is_not_committed_by_whoever_goes_on_regardless()
    {
        var known = await StaffAsync();
        var before = (await NewestAsync())[0].Sequence;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _db.Work.WriteAsync(
            async db =>
            {
                db.People.Add(Person.Staff(known, "the same again"));
                await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
                db.ChangeTracker.Clear();
                db.People.Add(Person.Staff(PersonId.New(), "somebody else"));
            },
            Cancel));

        Assert.Equal(before, (await NewestAsync())[0].Sequence);
        Assert.Equal(0, await Read(db => db.People.CountAsync(p => p.FullName == "somebody else", Cancel)));
    }

    [Fact]
    public async Task More_rows_than_one_command_takes_are_one_chain()
    {
        await _db.Work.WriteAsync(
            db =>
            {
                db.People.AddRange(Enumerable.Range(0, 250).Select(i => Person.Staff(PersonId.New(), $"人{i}")));
                return Task.CompletedTask;
            },
            Cancel);

        await using var db = _db.CreateDbContext();
        var rows = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(n => (long)n), rows.Select(r => r.Sequence));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.Previous));
        var head = await db.AuditHeads.SingleAsync(Cancel);
        Assert.Equal(rows[^1].Sequence, head.Sequence);
        Assert.Equal(rows[^1].Hash, head.Hash);
        var made = (await db.People.Where(p => p.FullName.StartsWith('人')).Select(p => p.Id).ToListAsync(Cancel)).Select(id => id.Value).ToList();
        Assert.Equal(250, await db.AuditKeys.CountAsync(k => made.Contains(k.Subject), Cancel));
    }

    [Fact]
    public async Task Values_about_people_are_never_in_clear()
    {
        var person = Person.Citizen(PersonId.New(), "谭示例", IdentityNumber.FromStore("990203198501010019"), PhoneNumber.FromStore("15400000009"), District.Tianyuan, "示例单位");
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(person)), Cancel);
        await _db.Work.WriteAsync(
            db =>
            {
                var found = db.People.Single(p => p.Id == person.Id);
                found.Correct("谭示安", PhoneNumber.FromStore("15400000008"), District.Tianyuan, "另一单位");
                return Task.CompletedTask;
            },
            Cancel);

        await using var db = _db.CreateDbContext();
        var all = string.Concat(await db.AuditEntries.Select(e => e.Before + e.After + e.Reason).ToListAsync(Cancel));
        string[] personal = ["谭示", "990203198501010019", "154000000", "示例单位", "另一单位", "1985-01-01", "two counters open", _scene.Actor.Value + "\",\"Agency"];
        Assert.All(personal, value => Assert.DoesNotContain(value, all, StringComparison.Ordinal));
        var author = await db.AuditEntries.Where(e => e.ObjectType == nameof(Finding)).OrderBy(e => e.Sequence).Select(e => e.After).FirstAsync(Cancel);
        Assert.DoesNotContain(_scene.Actor.Value.ToString("D"), author, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_the_keys_can_read_what_is_sealed_until_the_subject_is_erased()
    {
        var person = Person.Staff(PersonId.New(), "谭示例");
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(person)), Cancel);
        await using var db = _db.CreateDbContext();
        var row = await db.AuditEntries.SingleAsync(e => e.ObjectId == person.Id.Value.ToString("D"), Cancel);

        Assert.Equal("谭示例", await AuditUnsealing.ReadAsync(db, PortalDb.Keys, person.Id.Value, JsonDocument.Parse(row.After!).RootElement.GetProperty("FullName").GetProperty(AuditValues.SealedMember).GetString()!, Cancel));

        await db.AuditKeys.Where(k => k.Subject == person.Id.Value).ExecuteDeleteAsync(Cancel);
        Assert.Null(await AuditUnsealing.ReadAsync(db, PortalDb.Keys, person.Id.Value, JsonDocument.Parse(row.After!).RootElement.GetProperty("FullName").GetProperty(AuditValues.SealedMember).GetString()!, Cancel));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Act = 'x'")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 1")]
    [InlineData("UPDATE AuditHead SET Sequence = 1")]
    [InlineData("DELETE FROM AuditHead")]
    public async Task The_database_itself_refuses_to_change_a_row(string statement)
    {
        await using var db = _db.CreateDbContext();
        await RefusesAsync(db, statement);
    }

    [Fact]
    public async Task The_embedded_database_lets_no_row_take_the_place_of_another()
    {
        using var embedded = PortalDb.Embedded();
        await using var db = embedded.CreateDbContext();
        await RefusesAsync(db, "INSERT OR REPLACE INTO AuditEntries SELECT * FROM AuditEntries WHERE Sequence = 1");
    }

    [Fact]
    public async Task What_a_person_changes_is_stored_only_when_they_were_let_through_within_the_change()
    {
        var (guard, person) = (Acting.Administrator().Guard(), Person.Staff(PersonId.New(), "a"));
        await guard.DemandAsync(Permissions.ManageAccounts, cancellationToken: Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(person)), Cancel));
        await using var db = _db.CreateDbContext();
        Assert.False(await db.People.AnyAsync(p => p.Id == person.Id, Cancel));

        await _db.Work.WriteAsync(
            async db =>
            {
                await guard.DemandAsync(Permissions.ManageAccounts, cancellationToken: Cancel);
                db.People.Add(person);
            },
            Cancel);
        Assert.True(await db.People.AnyAsync(p => p.Id == person.Id, Cancel));
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_change_the_order()
    {
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), "a"))), Cancel);
        _db.Clock.AdjustTime(_db.Clock.GetUtcNow().AddHours(-1));
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(Person.Staff(PersonId.New(), "b"))), Cancel);

        var rows = await NewestAsync();
        Assert.Equal(rows[1].Sequence + 1, rows[0].Sequence);
        Assert.True(rows[0].At < rows[1].At);
        Assert.Equal(rows[1].Hash, rows[0].Previous);
    }

    [Fact]
    public async Task A_line_from_outside_stays_one_line_and_is_stored_as_it_was_hashed()
    {
        await Services(Acting.Administrator()).GetRequiredService<AuditTrail>().RecordReadAsync(
            Reader, Permissions.SeeFindings, AuditedObject.Of(_scene.Finding), "a\r\nb\u001b[31mc\u2028d\u202ee\ud800f\"}\0" + new string('长', 600), Cancel);

        var row = (await NewestAsync())[0];
        Assert.Equal(AuditEntry.ReasonLength, row.Reason!.Length);
        Assert.DoesNotContain(row.Reason, c => char.IsControl(c) || c is '\u2028' or '\u202e' or '\ud800');
        Assert.Equal(AuditChain.HashOf(row, PortalDb.Keys.For(Portal.Confidentiality.KeyPurpose.Audit)), row.Hash);
    }

    [Fact]
    public async Task That_somebody_read_is_no_change_that_pages_follow()
    {
        using var listener = _db.Pulse.Listen();
        var trail = Services(Acting.Administrator()).GetRequiredService<AuditTrail>();
        await trail.RecordReadAsync(Reader, Permissions.SeeFindings, AuditedObject.Of(_scene.Finding), cancellationToken: Cancel);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var quiet = await Record.ExceptionAsync(() => listener.NextAsync(TimeSpan.FromDays(1), TimeProvider.System, soon.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(quiet);
    }

    /// <summary>Somebody with a cookie from before.</summary>
    private sealed class Returning(ClaimsPrincipal cookie, Standing standing) : ICurrentActor
    {
        public Task<Actor> GetAsync(CancellationToken cancellationToken = default) => standing.OfAsync(cookie, cancellationToken);

        public AccessGuard Guard(IDenials denials) => new(this, new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider().GetRequiredService<IAuthorizationService>(), denials, NullLogger<AccessGuard>.Instance);
    }

    private Actor Reader => new(_scene.Actor, "somebody", PortalRole.Administrator, new System.Security.Claims.ClaimsPrincipal());

    private ServiceProvider Services(Acting acting) => PortalServices.For(acting, _db);

    private async Task<PersonId> StaffAsync()
    {
        var clerk = Person.Staff(PersonId.New(), "clerk");
        await _db.Work.WriteAsync(db => Task.FromResult(db.People.Add(clerk)), Cancel);
        return clerk.Id;
    }

    private Task<List<AuditEntry>> NewestAsync() => Read(db => db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).Take(5).ToListAsync(Cancel));

    private async Task<T> Read<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = _db.CreateDbContext();
        return await read(db);
    }

    private static string? Value(string? json, string name) => JsonDocument.Parse(json!).RootElement.GetProperty(name).GetString();

    private static async Task RefusesAsync(PortalDbContext db, string statement)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync(Cancel);
        command.CommandText = statement;
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync(Cancel));
        Assert.Contains("audit record", refused.Message, StringComparison.Ordinal);
    }
}
