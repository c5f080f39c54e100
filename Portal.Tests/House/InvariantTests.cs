using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.House;

/// <summary>What must hold is refused by the database itself, whatever code forgets (domain.md A4).</summary>
public sealed class InvariantTests : IAsyncLifetime
{
    private readonly PortalDb _db = new();
    private readonly Scene _scene = new();

    /// <summary>What is broken, and the statement that would break it.</summary>
    public static TheoryData<string, string> Breaches => new()
    {
        { "a second active appointment (A4-1)", "UPDATE [Appointments] SET [State] = 'Active'" },
        { "a term that ends before it begins (Article 17)", "UPDATE [Appointments] SET [TermEnd] = '2020-01-01'" },
        { "a second valid card (A4-2)", "UPDATE [SupervisorCards] SET [State] = 'Active'" },
        { "a card number twice (A4-5)", "UPDATE [SupervisorCards] SET [Number] = 'ZZ-2026-0001'" },
        { "an agency code twice", "UPDATE [Agencies] SET [Code] = 'AG01'" },
        { "closed without feedback (A4-7)", "UPDATE [Findings] SET [State] = 'Closed'" },
        { "fed back without a day (A4-7)", "UPDATE [Findings] SET [State] = 'FedBack'" },
        { "ordered without a deadline (A4-8)", "UPDATE [Findings] SET [Deadline] = NULL" },
        { "a finding about nothing (Article 14)", "UPDATE [Findings] SET [Agency] = NULL, [OtherUnit] = NULL" },
        { "a recusal from two matters (Article 11)", "UPDATE [Recusals] SET [Activity] = (SELECT [Id] FROM [Activities])" },
        { "a recusal from nothing (Article 11)", "UPDATE [Recusals] SET [Agency] = NULL" },
        { "the same number on two findings (A4-5)", CopyOf("Findings", "[Number]", "'WT-2026-0001'") },
        { "the same number on two activities (A4-5)", CopyOf("Activities", "[Number]", "'2026-01'") },
        { "a second recusal from the same agency (A2.11)", CopyOf("Recusals", "[State]", "'Recused'") },
        { "a second part of a person in an activity (A2.10)", CopyOf("Participations", "[State]", "'Absent'") },
    };

    public async ValueTask InitializeAsync() => await _scene.SetAsync(_db);

    public ValueTask DisposeAsync()
    {
        _db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task The_database_refuses(string breach, string statement)
    {
        await using var db = _db.CreateDbContext();
        var sql = statement.Contains("COPY:", StringComparison.Ordinal) ? Copy(db, statement) : statement;

        var refused = await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(sql, Scene.Cancel));

        Assert.True(refused is DbException, $"The database allows {breach}: {sql} gave {refused?.Message ?? "no error"}");
        Assert.Matches("(?i)constraint|unique index", refused!.Message);
    }

    [Fact]
    public async Task A_recusal_that_was_lifted_may_be_declared_again()
    {
        await using var db = _db.CreateDbContext();

        await db.Database.ExecuteSqlRawAsync(Copy(db, CopyOf("Recusals", "[State]", "'Lifted'")), Scene.Cancel);

        Assert.Equal(2, await db.Recusals.CountAsync(Scene.Cancel));
    }

    private static string CopyOf(string table, string column, string value) => $"COPY:{table}:{column}:{value}";

    // A second row like the first, under a key of its own.
    private static string Copy(DbContext db, string instruction)
    {
        var parts = instruction.Split(':');
        var columns = db.Model.GetRelationalModel().Tables.Single(t => t.Name == parts[1]).Columns.Select(c => $"[{c.Name}]").ToList();
        var values = columns.Select(c => c == "[Id]" ? $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'" : c == parts[2] ? parts[3] : c);
        return $"INSERT INTO [{parts[1]}] ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM [{parts[1]}]";
    }
}
