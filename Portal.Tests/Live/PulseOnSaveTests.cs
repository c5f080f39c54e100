using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.People;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Live;

public sealed class PulseOnSaveTests : IDisposable
{
    private readonly PortalDb _db = new();
    private readonly ChangePulse.Listener _listener;

    public PulseOnSaveTests() => _listener = _db.Pulse.Listen();

    public void Dispose()
    {
        _listener.Dispose();
        _db.Dispose();
    }

    [Fact]
    public async Task A_save_without_a_transaction_beats_when_it_is_done()
    {
        await using var db = _db.CreateDbContext();
        db.People.Add(Somebody());

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.True(Heard());
    }

    [Fact]
    public async Task A_save_in_a_transaction_beats_after_the_commit_and_not_before()
    {
        await using var db = _db.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        db.People.Add(Somebody());
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.False(Heard());

        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.True(Heard());
    }

    [Fact]
    public void The_same_holds_where_nothing_is_awaited()
    {
        using var db = _db.CreateDbContext();
        using (var transaction = db.Database.BeginTransaction())
        {
            db.People.Add(Somebody());
            db.SaveChanges();
            Assert.False(Heard());
            transaction.Commit();
        }

        Assert.True(Heard());
        db.People.Add(Somebody());
        db.SaveChanges();
        Assert.True(Heard());
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_heard()
    {
        await using (var db = _db.CreateDbContext())
        await using (await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            db.People.Add(Somebody());
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.False(Heard());
    }

    [Fact]
    public async Task What_a_listener_counts_on_the_beat_is_what_was_saved()
    {
        var id = PersonId.New();
        await _db.Work.WriteAsync(
            db =>
            {
                db.People.Add(Person.Staff(id, "somebody"));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.True(Heard());
        await using var reader = _db.CreateDbContext();
        Assert.True(await reader.People.AnyAsync(p => p.Id == id, TestContext.Current.CancellationToken));
    }

    private static Person Somebody() => Person.Staff(PersonId.New(), "somebody");

    // A beat that is already there completes the wait at once; the wait itself never ends since the clock stands still.
    private bool Heard()
    {
        using var giveUp = new CancellationTokenSource();
        var next = _listener.NextAsync(TimeSpan.FromMinutes(1), OfficeClock.At(OfficeClock.Anchor), giveUp.Token);
        var heard = next.IsCompletedSuccessfully;
        giveUp.Cancel();
        return heard;
    }
}
