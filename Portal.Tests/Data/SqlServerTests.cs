using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data;
using Portal.Features.AuditRecord;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>What differs between the two databases and needs no server to be seen.</summary>
public sealed class SqlServerTests : IDisposable
{
    private readonly SqlServerPortalDbContext _db = new(PortalDb.SqlServer("Server=none").Options, TestKeys.Cipher);

    public void Dispose() => _db.Dispose();

    [Fact]
    public void Its_errors_arrive_as_they_are_so_that_a_lost_race_is_known()
    {
        Assert.IsType<NonRetryingExecutionStrategy>(_db.Database.CreateExecutionStrategy());
    }

    [Fact]
    public async Task A_command_that_is_given_up_is_no_failure()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        using var command = new SqlCommand();

        var told = await Assert.ThrowsAsync<OperationCanceledException>(() => new CancelledCommands().CommandCanceledAsync(command, null!, given.Token));

        Assert.Equal(given.Token, told.CancellationToken);
    }

    [Fact]
    public void It_is_asked_whether_readers_wait_for_writers()
    {
        Assert.Empty(House.TransactSql.ErrorsOf(_db.Database.SqlQuery<bool>(SqlServerPortalDbContext.ReadsDoNotWait).ToQueryString()));
    }

    [Fact]
    public void A_list_in_one_parameter_is_compared_as_its_column_is()
    {
        var sql = _db.AuditEntries.WithoutObjects(["one", "another"], _db.TextCollation).ToQueryString();

        Assert.Contains("OPENJSON(@hidden)", sql, StringComparison.Ordinal);
        Assert.Contains("[ObjectId] COLLATE Latin1_General_100_BIN2 NOT IN", sql, StringComparison.Ordinal);
        Assert.Empty(House.TransactSql.ErrorsOf(sql));
    }
}
