using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Audit;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Tests.Support;

namespace Portal.Tests.House;

/// <summary>Every query that a use case sends to the embedded database is one that the large database understands too. No server is needed: the query is compiled for it.</summary>
public sealed class TranslationTests : IDisposable
{
    private readonly PortalDb _db = PortalDb.Embedded();
    private readonly Recorder _recorder = new();

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task Every_query_of_every_use_case_translates_under_both_providers()
    {
        var scene = new Scene();
        await scene.SetAsync(_db);
        var contexts = new RecordingContexts(_db, _recorder);
        await CallEverythingAsync(scene, contexts);

        Assert.NotEmpty(_recorder.Queries);
        await using var sqlServer = new SqlServerDesignTime().CreateDbContext([]);
        Assert.All(_recorder.Queries, query => Assert.Null(Problem(query, sqlServer)));
    }

    [Fact]
    public async Task What_the_large_database_makes_of_a_use_case_is_language_it_knows()
    {
        var scene = new Scene();
        var contexts = new ServerlessContexts();
        await CallEverythingAsync(scene, contexts);

        Assert.NotEmpty(contexts.Commands);
        Assert.Empty(contexts.Commands.Distinct().SelectMany(sql => TransactSql.ErrorsOf(sql).Select(error => $"{error} in {sql}")));
    }

    [Fact]
    public void A_query_that_only_one_of_them_understands_is_found()
    {
        using (var sqlite = new RecordingContexts(_db, _recorder).CreateDbContext())
        {
            _ = sqlite.People.Where(p => EF.Functions.Glob(p.FullName, "a*")).ToList();
        }

        using var sqlServer = new SqlServerDesignTime().CreateDbContext([]);
        Assert.Contains("could not be translated", Problem(Assert.Single(_recorder.Queries), sqlServer), StringComparison.Ordinal);
    }

    private static async Task CallEverythingAsync(Scene scene, IDbContextFactory<PortalDbContext> contexts)
    {
        var clock = OfficeClock.At(OfficeClock.Anchor);
        var facts = new OfficeFacts(contexts);
        await facts.SettingsAsync(Scene.Cancel);
        await facts.CalendarAsync(Scene.Cancel);
        var limits = Options.Create(new SignInOptions());
        await Record.ExceptionAsync(() => new Standing(contexts, limits, clock).OfAsync(SignedIn.As(SessionId.New(), AccountId.New()), Scene.Cancel));

        foreach (var row in AccessMatrix.UseCases.Concat(AccessMatrix.Examples))
        {
            foreach (var role in row.Roles)
            {
                await using var services = PortalServices.For(new Acting(role, scene.Actor), contexts, new Portal.Live.ChangePulse(), clock);
                var service = services.Create(row.Service);
                var failed = await Record.ExceptionAsync(() => row.Call(service, scene));
                Assert.False(failed is InvalidOperationException && failed.Message.Contains("could not be translated", StringComparison.Ordinal), $"{row.Key}: {failed?.Message}");
            }
        }
    }

    private static string? Problem(Expression query, DbContext other)
    {
        var elsewhere = new Transplanted(other.Model).Visit(query);
        var result = elsewhere.Type.IsGenericType && typeof(IQueryable).IsAssignableFrom(elsewhere.Type)
            ? typeof(IEnumerable<>).MakeGenericType(elsewhere.Type.GetGenericArguments()[0])
            : elsewhere.Type;
        var compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!.MakeGenericMethod(result);
        var failed = Record.Exception(() => compile.Invoke(other.GetService<IDatabase>(), [elsewhere, false]));
        return failed is null ? null : (failed.InnerException ?? failed).Message;
    }

    /// <summary>Keeps every query as it was written, before it became the language of one database.</summary>
    private sealed class Recorder : IQueryExpressionInterceptor
    {
        public List<Expression> Queries { get; } = [];

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            Queries.Add(queryExpression);
            return queryExpression;
        }
    }

    /// <summary>The same query over the other database's model.</summary>
    private sealed class Transplanted(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression { EntityType: var entity } => new EntityQueryRootExpression(model.FindEntityType(entity.Name)!),
            QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };
    }

    /// <summary>The test's database, with an ear on it. An ear of its own makes a provider of its own: nothing is compiled beforehand, so that nothing is missed.</summary>
    private sealed class RecordingContexts : IDbContextFactory<PortalDbContext>
    {
        private readonly DbContextOptions<SqlitePortalDbContext> _options;

        public RecordingContexts(PortalDb db, Recorder recorder)
        {
            using var context = db.CreateDbContext();
            _options = new DbContextOptionsBuilder<SqlitePortalDbContext>()
                .UseSqlite(context.Database.GetConnectionString())
                .AddInterceptors(recorder, new VersionOnSave())
                .Options;
        }

        public PortalDbContext CreateDbContext() => new SqlitePortalDbContext(_options, TestKeys.Cipher);
    }

    /// <summary>The large database without a server: it is never reached, every answer is empty, and what it was asked is kept.</summary>
    private sealed class ServerlessContexts : IDbContextFactory<PortalDbContext>
    {
        private readonly Line _line = new();
        private readonly DbContextOptions<SqlServerPortalDbContext> _options;

        public ServerlessContexts() => _options = new DbContextOptionsBuilder<SqlServerPortalDbContext>()
            .UseSqlServer("Server=none")
            .AddInterceptors(new Unreached(), _line)
            .Options;

        public IReadOnlyList<string> Commands => _line.Commands;

        public PortalDbContext CreateDbContext() => new SqlServerPortalDbContext(_options, TestKeys.Cipher);

        private sealed class Unreached : DbConnectionInterceptor
        {
            public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

            public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
                ValueTask.FromResult(InterceptionResult.Suppress());
        }

        private sealed class Line : DbCommandInterceptor
        {
            public List<string> Commands { get; } = [];

            public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Answer(command);

            public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
                DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Answer(command));

            private InterceptionResult<DbDataReader> Answer(DbCommand command)
            {
                Commands.Add(command.CommandText);
                using var nothing = new DataTable();
                return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
            }
        }
    }
}
