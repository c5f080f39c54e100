using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Ten years of a large city, made the same every time: 2,000 supervisors, 20,000 activities with 400,000 participations, 100,000 findings. Written row by row in plain SQL, because ten years should take seconds to make. Its connections are pooled and its tables never analysed, as the portal's are.</summary>
public sealed class LargeOffice : IDbContextFactory<PortalDbContext>, IDisposable
{
    public const int Supervisors = 2_000;
    public const int Activities = 20_000;
    public const int Invitees = 20;
    public const int Years = 10;

    private const int Agencies = 40;

    private readonly PortalDb _db = new();
    private readonly Random _random = new(20261123);
    private readonly List<Guid> _people = [];
    private readonly List<Guid> _agencies = [];
    private readonly string _pooled;

    public LargeOffice(int findings = 100_000)
    {
        using var db = _db.CreateDbContext();
        if (!db.Database.IsSqlite())
        {
            throw new NotSupportedException("The large office is measured on SQLite.");
        }

        _pooled = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = true }.ToString();
        using var connection = new SqliteConnection(db.Database.GetConnectionString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        WriteAgencies(connection);
        WritePeople(connection);
        WriteActivities(connection);
        WriteFindings(connection, findings);
        transaction.Commit();
    }

    public ChangePulse Pulse => _db.Pulse;

    public static DateOnly Today => OfficeClock.Anchor;

    public PersonId SomePerson => PersonId.From(_people[17]);

    public AgencyId SomeAgency => AgencyId.From(_agencies[3]);

    public PortalDbContext CreateDbContext() => new SqlitePortalDbContext(
        new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(_pooled).AddInterceptors(new VersionOnSave(), new PulseOnSave(Pulse)).Options, TestKeys.Cipher);

    public void Dispose() => _db.Dispose();

    private static DateOnly FirstDay => new(Today.Year - Years + 1, 1, 1);

    private void WriteAgencies(SqliteConnection connection)
    {
        using var insert = Insert(connection, "Agencies", "Id", "Code", "Name", "Kind", "IsExternal", "Version");
        for (var i = 0; i < Agencies; i++)
        {
            _agencies.Add(NextId());
            Write(insert, _agencies[i], $"AG{i:000}", $"经办机构{i:000}（演示）", nameof(AgencyKind.DistrictGeneral), i >= Agencies - 3, 0);
        }
    }

    private void WritePeople(SqliteConnection connection)
    {
        using var person = Insert(connection, "People", "Id", "FullName", "District", "WorkUnit", "IdNumber", "IdNumberHash", "Phone", "Version");
        using var term = Insert(connection, "Appointments", "Id", "Person", "Sequence", "Group", "Channel", "TermStart", "TermEnd", "State", "Version");
        using var card = Insert(connection, "SupervisorCards", "Id", "Person", "Number", "State", "Version");
        using var recusal = Insert(connection, "Recusals", "Id", "Person", "Agency", "Ground", "Explanation", "State", "FiledOn", "Version");
        for (var i = 0; i < Supervisors; i++)
        {
            var id = NextId();
            _people.Add(id);
            Write(person, id, $"示例{i:0000}", Pick<District>().ToString(), "社区服务中心（演示）", Protected("People.IdNumber", NumberOf(i)), TestKeys.Cipher.Fingerprint(IdentityNumber.FromStore(NumberOf(i))), Protected("People.Phone", "15400000001"), 0);
            var group = (SourceCategory)(i % 4);
            Write(term, NextId(), id, 1, group.ToString(), "OpenRecruitment", new DateOnly(2023, 5, 8), new DateOnly(2026, 5, 7), "Completed", 0);
            Write(term, NextId(), id, 2, group.ToString(), "OpenRecruitment", new DateOnly(2026, 5, 8), new DateOnly(2029, 5, 7), "Active", 0);
            Write(card, NextId(), id, $"ZZ-2026-{i:0000}", "Active", 0);
            if (i % 20 == 0)
            {
                var state = i % 200 == 0 ? RecusalState.Declared : RecusalState.Recused;
                Write(recusal, NextId(), id, Any(_agencies), nameof(RecusalGround.OwnInterest), Protected("Recusals.Explanation", "演示"), state.ToString(), Today.AddDays(-(i % 60)), 0);
            }
        }
    }

    private static string Protected(string column, string clear) => TestKeys.Cipher.Protect(clear, column);

    private static string NumberOf(int i) => string.Create(CultureInfo.InvariantCulture, $"9902031985{i:0000000}X");

    private void WriteActivities(SqliteConnection connection)
    {
        using var activity = Insert(connection, "Activities", "Id", "Number", "Title", "Kind", "Mode", "Date", "HourTenths", "Mandatory", "Weight", "RequiresDocumentAccess", "State", "Version");
        using var visited = Insert(connection, "ActivityAgencies", "ActivityId", "Agency");
        using var participation = Insert(connection, "Participations", "Id", "Activity", "Person", "State", "Version");
        ParticipationState[] marks = [ParticipationState.Attended, ParticipationState.Attended, ParticipationState.Attended, ParticipationState.AttendedPartly, ParticipationState.Excused, ParticipationState.Absent, ParticipationState.Recused];
        for (var i = 0; i < Activities; i++)
        {
            var id = NextId();
            var date = DayOf(i, Activities);
            var kind = (ActivityKind)(i % 4);
            Write(activity, id, $"{date.Year}-{i:00000}", $"监督活动{i}", kind.ToString(), kind == ActivityKind.Supervision ? nameof(SupervisionMode.OpenVisit) : null, date, 20, true, 1, false, nameof(ActivityState.Completed), 0);
            Write(visited, id, Any(_agencies));
            var first = _random.Next(Supervisors);
            for (var p = 0; p < Invitees; p++)
            {
                Write(participation, NextId(), id, _people[(first + p) % Supervisors], marks[_random.Next(marks.Length)].ToString(), 0);
            }
        }
    }

    private void WriteFindings(SqliteConnection connection, int count)
    {
        using var finding = Insert(connection, "Findings", "Id", "Number", "Author", "Agency", "Category", "Text", "SubmittedAt", "SubmittedOn", "State", "Conclusion", "ConcludedOn", "IsViolation", "FixedOnSpot", "Requirement", "OrderedOn", "OriginalDeadline", "Deadline", "Extensions", "CompletedOn", "FedBackOn", "ClosedOn", "Grade", "Version");
        using var step = Insert(connection, "FindingEvents", "FindingId", "Sequence", "Kind", "At");
        for (var i = 0; i < count; i++)
        {
            var id = NextId();
            var on = DayOf(i, count);
            var closed = on < Today.AddDays(-90);
            var state = closed ? FindingState.Closed : (i % 5) switch
            {
                0 => FindingState.Submitted,
                1 => FindingState.Investigating,
                2 => FindingState.RectificationOrdered,
                3 => FindingState.RectificationReported,
                _ => FindingState.Registered,
            };
            var ordered = closed || state is FindingState.RectificationOrdered or FindingState.RectificationReported;
            DateOnly? deadline = ordered ? on.AddDays(50) : null;
            DateOnly? completed = closed ? on.AddDays(40 + _random.Next(20)) : null;
            Write(
                finding, id, $"WT-{on.Year}-{i:000000}", Any(_people), Any(_agencies), Pick<FindingCategory>().ToString(), "大厅仅开放两个窗口，排队超过四十人（演示）。",
                on.ToDateTime(new TimeOnly(1, 0)), on, state.ToString(),
                ordered ? nameof(FindingConclusion.Substantiated) : null, ordered ? on.AddDays(15) : null, ordered ? i % 3 == 0 : null,
                ordered ? false : null, ordered ? "限期整改" : null, ordered ? on.AddDays(20) : null, deadline, deadline, ordered ? 0 : null, completed,
                closed ? on.AddDays(70) : null, closed ? on.AddDays(72) : null, closed ? ((FindingGrade)(i % 5)).ToString() : null, 0);
            Write(step, id, 1, nameof(FindingEventKind.Submitted), on.ToDateTime(new TimeOnly(1, 0)));
        }
    }

    private static DateOnly DayOf(int i, int count) => FirstDay.AddDays((int)((long)i * (Today.DayNumber - FirstDay.DayNumber) / count));

    private Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private T Any<T>(List<T> list) => list[_random.Next(list.Count)];

    private T Pick<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[_random.Next(values.Length)];
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, params string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO [{table}] ({string.Join(", ", columns.Select(c => $"[{c}]"))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        foreach (var i in Enumerable.Range(0, columns.Length))
        {
            command.Parameters.Add(new SqliteParameter($"@p{i}", null));
        }

        return command;
    }

    private static void Write(SqliteCommand insert, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }
}
