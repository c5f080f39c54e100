using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>SQLite does not enforce the length of a column by itself; a check does, so that both providers refuse the same texts.</summary>
public sealed class LengthTests : IDisposable
{
    private readonly PortalDb _db = new();

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData(Person.NameLength, true)]
    [InlineData(Person.NameLength + 1, false)]
    public void A_text_is_as_long_as_its_column_and_not_longer(int length, bool fits)
    {
        using var db = _db.CreateDbContext();
        db.People.Add(Person.Staff(PersonId.New(), new string('长', length)));

        var refused = Record.Exception(() => db.SaveChanges());

        Assert.Equal(fits, refused is null);
        if (!fits)
        {
            Assert.IsType<DbUpdateException>(refused);
        }
    }

    [Fact]
    public void Every_text_column_of_the_embedded_database_is_checked()
    {
        using var db = _db.CreateDbContext();
        if (!db.Database.IsSqlite())
        {
            return; // A column of SQL Server has its length itself.
        }

        var script = db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").ToList();
        var tables = script.Where(sql => !sql.Contains("__EF", StringComparison.Ordinal) && !sql.Contains("sqlite_sequence", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            var texts = System.Text.RegularExpressions.Regex.Matches(table, "\"(\\w+)\" TEXT COLLATE BINARY").Select(m => m.Groups[1].Value);
            Assert.All(texts, column => Assert.Contains($"length(\"{column}\") <=", table.Replace('[', '"').Replace(']', '"'), StringComparison.Ordinal));
        }
    }
}
