using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Audit;
using Portal.Data;
using Portal.Tests.Security.Evidence;

namespace Portal.Tests.Security.Storage;

/// <summary>The real portal over a database that a test fills up, locks, or takes away.</summary>
public sealed class TroubledPortal : IAsyncDisposable
{
    private readonly Room _room = new();

    public TroubledPortal(int patienceSeconds = 15) => Portal = new EvidencePortal(builder =>
    {
        builder.UseSetting("Portal:Database:CommandTimeoutSeconds", $"{patienceSeconds}");
        builder.UseSetting("Portal:Logs:MinimumLevel", "Fatal");
        builder.UseSetting("Portal:Evidence:UploadsAtOnce", "100");
        builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(_room)));
    });

    public EvidencePortal Portal { get; }

    public string Database => Path.Combine(Portal.Data, "portal.db");

    /// <summary>Not one page more than there are.</summary>
    public bool IsFull
    {
        set => _room.MaxPages = value ? 1 : Room.Unlimited;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public Task<HttpResponseMessage> UploadAsync() => Portal.SendAsync(new ByteArrayContent(Samples.Jpeg()), "现场.jpg");

    /// <summary>What a page answers, and how long it takes.</summary>
    public async Task<(HttpStatusCode Status, string Words, TimeSpan Took)> GetAsync(string address)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await Portal.Client.GetAsync(address, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>As whoever watches the portal asks it, without a sign-in.</summary>
    public async Task<HttpStatusCode> HealthAsync(string word)
    {
        using var watcher = new HttpClient { BaseAddress = Portal.Client.BaseAddress };
        using var answer = await watcher.GetAsync(new Uri($"/health/{word}", UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    /// <summary>By itself, and soon.</summary>
    public async Task IsReadyAgainAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); await HealthAsync("ready") != HttpStatusCode.OK;)
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
            await Task.Delay(100, Stop);
        }
    }

    public static async Task<string> WordsOfAsync(HttpResponseMessage refused) => JsonNode.Parse(await refused.Content.ReadAsStringAsync(Stop))!["detail"]!.ToString();

    /// <summary>An act that needs room, until there is none; how often it was done.</summary>
    public static async Task<(int Done, HttpResponseMessage Refused)> UntilRefusedAsync(Func<Task<HttpResponseMessage>> act)
    {
        for (var done = 0; done < 100; done++)
        {
            var answer = await act();
            if (!answer.IsSuccessStatusCode)
            {
                return (done, answer);
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("There is always room.");
    }

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Stop);
        return await read(db);
    }

    public async Task VerifyAsync()
    {
        var verdict = await Portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(Stop);
        Assert.True(verdict.IsWhole, $"{verdict}");
    }

    /// <summary>Somebody else writes: a command, a backup program, a hand.</summary>
    public async Task<SqliteConnection> LockAsync()
    {
        var outside = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        await outside.OpenAsync(Stop);
        await using var begin = outside.CreateCommand();
        begin.CommandText = "BEGIN EXCLUSIVE";
        await begin.ExecuteNonQueryAsync(Stop);
        return outside;
    }

    /// <summary>The limit is a connection's own, so that each is told when it is opened.</summary>
    private sealed class Room : DbConnectionInterceptor
    {
        public const long Unlimited = 4_294_967_294;

        public long MaxPages { get; set; } = Unlimited;

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        private void Limit(System.Data.Common.DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {MaxPages}";
            command.ExecuteNonQuery();
        }
    }
}
