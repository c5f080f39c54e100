using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public sealed class UnitOfWorkTests : IDisposable
{
    private const int Busy = 5;

    private readonly PortalDb _db = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task What_is_done_together_is_saved_together()
    {
        await _db.Work.WriteAsync(
            db =>
            {
                db.People.AddRange(Named("a"), Named("b"));
                return Task.CompletedTask;
            },
            Cancel);

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task The_outcome_is_handed_back()
    {
        Assert.Equal(42, await _db.Work.WriteAsync(_ => Task.FromResult(42), Cancel));
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_work_that_failed_even_what_it_had_saved()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _db.Work.WriteAsync(
            async db =>
            {
                db.People.Add(Named("a"));
                await db.SaveChangesAsync(Cancel);
                throw new InvalidOperationException("changed my mind");
            },
            Cancel));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_work_that_found_the_database_busy_is_done_again_from_the_start()
    {
        var attempts = 0;
        await _db.Work.WriteAsync(
            db =>
            {
                db.People.Add(Named("a"));
                return ++attempts < 3 ? throw new SqliteException("busy", Busy) : Task.CompletedTask;
            },
            Cancel);

        Assert.Equal(3, attempts);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task After_three_attempts_the_caller_is_told()
    {
        var attempts = 0;
        await Assert.ThrowsAsync<SqliteException>(() => _db.Work.WriteAsync(
            _ =>
            {
                attempts++;
                throw new SqliteException("busy", Busy);
            },
            Cancel));

        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Whoever_stored_the_same_a_moment_earlier_is_seen_by_the_next_attempt()
    {
        var twice = PersonId.New();
        var attempts = 0;
        await _db.Work.WriteAsync(
            async db =>
            {
                if (++attempts == 1)
                {
                    // What the other one stored is not visible to the first attempt, and is in the way of it.
                    await db.Database.ExecuteSqlAsync($"INSERT INTO CalendarYears (Year) VALUES (2099)", Cancel);
                    db.CalendarYears.Add(new CalendarYearRow { Year = 2099 });
                }
                else
                {
                    db.People.Add(Person.Staff(twice, "b"));
                }
            },
            Cancel);

        Assert.Equal(2, attempts);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Two_who_take_a_number_at_the_same_time_both_get_one()
    {
        await _db.Work.WriteAsync(db => db.NextNumberAsync("WT", 2026, Cancel), Cancel);
        var attempts = 0;

        var number = await _db.Work.WriteAsync(
            async db =>
            {
                var taken = await db.NextNumberAsync("WT", 2026, Cancel);
                if (++attempts == 1)
                {
                    await db.Database.ExecuteSqlAsync($"UPDATE NumberSeries SET Version = Version + 1 WHERE Name = 'WT'", Cancel);
                }

                return taken;
            },
            Cancel);

        Assert.Equal((2, "WT-2026-0002"), (attempts, number));
    }

    [Fact]
    public async Task What_was_read_stays_true_until_the_outcome_is_stored()
    {
        var work = _db.Work;
        var order = new List<string>();
        var goesOn = new TaskCompletionSource();
        var first = work.WriteAsync(
            async _ =>
            {
                order.Add("the first has read");
                await goesOn.Task;
                order.Add("the first has decided");
            },
            Cancel);
        var second = work.WriteAsync(
            _ =>
            {
                order.Add("the second has read");
                return Task.CompletedTask;
            },
            Cancel);

        goesOn.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["the first has read", "the first has decided", "the second has read"], order);
    }

    [Fact]
    public async Task Another_error_is_not_tried_again()
    {
        var attempts = 0;
        await Assert.ThrowsAsync<DbUpdateException>(() => _db.Work.WriteAsync(
            db =>
            {
                attempts++;
                db.Accounts.Add(Account.For(PersonId.New(), Portal.Access.PortalRole.Administrator));
                return Task.CompletedTask;
            },
            Cancel));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_writer_waits_for_another_one_outside_and_writes_when_it_has_finished()
    {
        await using var probe = _db.CreateDbContext();
        if (!probe.Database.IsSqlite())
        {
            return; // Only the embedded database takes one writer at a time.
        }

        await using var outside = new SqliteConnection(probe.Database.GetConnectionString());
        await outside.OpenAsync(Cancel);
        await Execute(outside, "BEGIN IMMEDIATE");
        var impatient = new Impatient(_db, whenTriedAgain: () => Execute(outside, "COMMIT").GetAwaiter().GetResult());

        await new UnitOfWork(impatient).WriteAsync(
            db =>
            {
                db.People.Add(Named("a"));
                return Task.CompletedTask;
            },
            Cancel);

        Assert.Equal(2, impatient.Opened);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Two_writers_take_turns_and_neither_overwrites_the_other()
    {
        var id = AgencyId.New();
        await _db.Work.WriteAsync(
            db =>
            {
                db.Agencies.Add(Agency.Register(id, "AG01", "", AgencyKind.DistrictGeneral, null, null, isExternal: false));
                return Task.CompletedTask;
            },
            Cancel);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => _db.Work.WriteAsync(
                async db =>
                {
                    var agency = await db.Agencies.SingleAsync(a => a.Id == id, Cancel);
                    agency.Correct(agency.Name + "x", agency.Kind, null, null, isExternal: false);
                },
                Cancel),
            Cancel)));

        await using var reader = _db.CreateDbContext();
        var agency = await reader.Agencies.SingleAsync(a => a.Id == id, Cancel);
        Assert.Equal(("xxxxxxxx", 8), (agency.Name, agency.Version));
    }

    private static Person Named(string name) => Person.Staff(PersonId.New(), name);

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<int> CountAsync()
    {
        await using var db = _db.CreateDbContext();
        return await db.People.CountAsync(Cancel);
    }

    /// <summary>Gives up waiting for a lock after a second, and tells when the work is tried again.</summary>
    private sealed class Impatient(PortalDb inner, Action whenTriedAgain) : IDbContextFactory<PortalDbContext>
    {
        public int Opened { get; private set; }

        public PortalDbContext CreateDbContext()
        {
            if (++Opened == 2)
            {
                whenTriedAgain();
            }

            var db = inner.CreateDbContext();
            ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = 1;
            return db;
        }
    }
}
