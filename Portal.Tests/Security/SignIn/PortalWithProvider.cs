using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Access;
using Portal.Access.SignIn;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Tests.Support;

namespace Portal.Tests.Security.SignIn;

/// <summary>The real portal, in Production, on a free port, with a real provider before it and an empty office behind it.</summary>
public sealed class PortalWithProvider : IAsyncDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"portal-signin-{Guid.CreateVersion7():N}");
    private readonly Dictionary<string, string> _settings;
    private readonly Host _portal;

    private PortalWithProvider(TestProvider provider, TimeProvider clock, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? also)
    {
        (Provider, Clock) = (provider, clock);
        _settings = new Dictionary<string, string>
        {
            ["Portal:DataFolder"] = _data,
            ["Portal:Logs:Folder"] = Path.Combine(_data, "logs"),
            ["Portal:Logs:MinimumLevel"] = "Warning",
            ["environment"] = "Production",
            ["AllowedHosts"] = "localhost;127.0.0.1",
            ["Portal:Keys:File"] = Path.Combine(_data, "office-keys.json"),
            ["Portal:SignIn:Authority"] = provider.Issuer,
            ["Portal:SignIn:ClientId"] = TestProvider.ClientId,
            ["Portal:SignIn:ClientSecret"] = TestProvider.ClientSecret,
            ["Portal:SignIn:RequireHttpsMetadata"] = "false",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            _settings[key] = value;
        }

        new KeyFile(Options.Create(new KeysOptions { File = _settings["Portal:Keys:File"] }), Options.Create(new PortalOptions()), new HostingEnvironment { ContentRootPath = _data }).Write(TestKeys.Keys);

        _portal = new Host(_settings, clock, Log, also);
    }

    public TestProvider Provider { get; }

    public TimeProvider Clock { get; }

    /// <summary>What sign-ins logged, a line each.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    public Uri Address => _portal.ClientOptions.BaseAddress;

    public IServiceProvider Services => _portal.Services;

    public static async Task<PortalWithProvider> StartAsync(TimeProvider? clock = null, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? also = null)
    {
        clock ??= new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var started = new PortalWithProvider(await TestProvider.StartAsync(clock), clock, settings, also);
        started._portal.UseKestrel(0);
        started._portal.StartServer();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        // What is still being written when the host is let go, is written before the folder goes.
        await Services.GetRequiredService<IHost>().StopAsync();
        await _portal.DisposeAsync();
        await Provider.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        TestFolder.Delete(_data);
    }

    public Uri At(string path) => new(Address, path);

    public Task WriteAsync(Func<PortalDbContext, Task> work) => Services.GetRequiredService<UnitOfWork>().WriteAsync(work, TestContext.Current.CancellationToken);

    public T Read<T>(Func<PortalDbContext, T> read)
    {
        using var db = Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return read(db);
    }

    /// <summary>An account, known at the provider by a subject or by nobody yet. Supervisors get a term that ends today.</summary>
    public async Task<AccountId> AccountAsync(PortalRole role, string? subject = null)
    {
        var person = Person.Staff(PersonId.New(), $"示例{role}");
        var account = Account.For(person.Id, role);
        if (subject is not null)
        {
            account.Bind(Provider.Issuer, subject);
        }

        await WriteAsync(db =>
        {
            db.People.Add(person);
            db.Accounts.Add(account);
            if (role == PortalRole.Supervisor)
            {
                db.Appointments.Add(Appointment.FromRegister(
                    AppointmentId.New(), person.Id, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, Clock.Today().AddYears(-1), Clock.Today(), AppointmentState.Active, null, null, null, []));
            }

            return Task.CompletedTask;
        });
        return account.Id;
    }

    public async Task<string> InviteAsync(AccountId account)
    {
        var secret = "";
        await WriteAsync(async db => secret = await db.InviteAsync(account, db.Accounts.Single(a => a.Id == account).Person, Clock.GetUtcNow(), TimeSpan.FromDays(7), TestContext.Current.CancellationToken));
        return secret;
    }

    /// <summary>Through the provider and back, as the person who sits there.</summary>
    public async Task<Page> EnterAsync(Visitor visitor, string query = "") => await visitor.OpenAsync(At($"/signin/provider{query}"));

    public async Task<Visitor> SignedInAsync()
    {
        var visitor = new Visitor();
        var page = await EnterAsync(visitor);
        Assert.Equal((null, "/"), (page.Problem, page.Address.AbsolutePath));
        return visitor;
    }

    private sealed class Host(Dictionary<string, string> settings, TimeProvider clock, ConcurrentQueue<string> log, Action<IServiceCollection>? also) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(settings["environment"]);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureServices(services => services
                .Replace(ServiceDescriptor.Singleton(clock))
                // Several portals in one process share the log's sink; these do not.
                .AddSingleton<ILogger<ProviderSignIn>>(new Recorder<ProviderSignIn>(log))
                .AddSingleton<ILogger<AccountSignIn>>(new Recorder<AccountSignIn>(log))
                .AddSingleton<ILogger<BackChannelLogout>>(new Recorder<BackChannelLogout>(log))
                // The server closes a socket whose sign-in has expired by the real clock: the cookie is dated by it too.
                .PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.TimeProvider = TimeProvider.System));
            builder.ConfigureServices(services => also?.Invoke(services));
        }
    }

    private sealed class Recorder<T>(ConcurrentQueue<string> log) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
