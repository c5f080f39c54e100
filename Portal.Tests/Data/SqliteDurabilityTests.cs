using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>What was acknowledged survives the death of the process: the log is written ahead and synced at every commit.</summary>
public sealed class SqliteDurabilityTests : IDisposable
{
    private readonly PortalDb _db = new();

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task The_embedded_database_is_set_to_lose_nothing(string pragma, string expected)
    {
        await using var db = _db.CreateDbContext();
        if (!db.Database.IsSqlite())
        {
            return;
        }

        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma switch
        {
            "journal_mode" => "PRAGMA journal_mode",
            "synchronous" => "PRAGMA synchronous",
            "secure_delete" => "PRAGMA secure_delete",
            _ => "PRAGMA foreign_keys",
        };

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture));
    }
}
