using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using Portal.Configuration;
using Portal.Tests.Support;
using Portal.Ui.Layout;
using Serilog.Core;
using Serilog.Events;

namespace Portal.Tests.EndToEnd;

/// <summary>The real portal on a free port of this machine, with the demonstration office on its anchor day, and a browser in front of it.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    /// <summary>Milliseconds for what a page has to show. A machine or disk that others use as well may stand still for seconds; and it stays below the half minute after which open pages look around by themselves, so that what is told at once has to be.</summary>
    private const float Patience = 15_000;

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"portal-e2e-{Guid.CreateVersion7():N}");
    private readonly PageFailures _failures = new();
    private PortalHost? _portal;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The office's day stands still at the anchor; the hour runs, so that what is live is live.</summary>
    public AnchoredTime Clock { get; } = new(OfficeClock.Anchor);

    public Uri Address => _portal!.ClientOptions.BaseAddress;

    public IServiceProvider Services => _portal!.Services;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_data);
        _portal = new PortalHost(_data, Clock, _failures);
        _portal.UseKestrel(0);
        _portal.StartServer();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        TestFolder.Delete(_data);
        Assert.Empty(_failures.All);
    }

    /// <summary>A browser of one person, signed in and on the home page or another, its circuit running.</summary>
    public async Task<IPage> SignInAsync(string name, bool phone = false, string? theme = null, bool elder = false, string path = "/")
    {
        var page = await OpenAsync(phone, theme, elder);
        await page.GotoAsync($"/signin?back={Uri.EscapeDataString(path)}");
        await page.Locator($"[data-testid=persona][data-name='{name}']").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal), new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await InteractiveAsync(page);
        return page;
    }

    public async Task<IPage> OpenAsync(bool phone = false, string? theme = null, bool elder = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = "zh-CN",
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (theme is not null || elder)
        {
            await context.AddCookiesAsync([new Cookie { Name = "portal-view", Value = Uri.EscapeDataString($"theme={theme ?? "light"}&elder={(elder ? 1 : 0)}&size=20&nav=words"), Url = Address.ToString() }]);
        }

        return await context.NewPageAsync();
    }

    /// <summary>The same browser before another portal.</summary>
    public Task<IBrowserContext> ContextAsync(Uri portal) =>
        _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.ToString(), Locale = "zh-CN", ReducedMotion = ReducedMotion.Reduce });

    /// <summary>Closes every browser window, and with them their circuits: each test begins with none open.</summary>
    public async Task CloseAllAsync()
    {
        foreach (var context in _browser!.Contexts.ToList())
        {
            await context.CloseAsync();
        }
    }

    /// <summary>Waits until the page answers to clicks.</summary>
    public static Task InteractiveAsync(IPage page) => page.Locator(".live[data-interactive='1']").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>Begins to report something of the first unit, as far as its story and the place for files.</summary>
    public static async Task TellAsync(IPage page, string story)
    {
        await page.GotoAsync("/findings/new");
        await InteractiveAsync(page);
        // What another test left half told is not this one's.
        if (await page.GetByTestId("start-over").IsVisibleAsync())
        {
            await page.GetByTestId("start-over").ClickAsync();
        }

        await page.GetByTestId("unit").First.CheckAsync();
        await page.GetByTestId("next").ClickAsync();
        await page.GetByText("窗口服务").ClickAsync();
        await page.GetByTestId("next").ClickAsync();
        await page.GetByTestId("story").FillAsync(story);
    }

    private sealed class PortalHost(string data, TimeProvider clock, PageFailures failures) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Portal:DataFolder", data);
            builder.UseSetting("Portal:Logs:Folder", Path.Combine(data, "logs"));
            builder.UseSetting("Portal:Logs:MinimumLevel", "Warning");
            builder.ConfigureServices(services => services
                .Replace(ServiceDescriptor.Singleton(clock))
                .AddSingleton<ILogEventSink>(failures)
                // The server closes a socket whose sign-in has expired by the real clock: sign-ins are dated by it too.
                .PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.TimeProvider = TimeProvider.System));
        }
    }

    /// <summary>What ended in the error boundary or ended a circuit. Nothing a browser test does may: where it did, the test that saw it says only that something is missing.</summary>
    private sealed class PageFailures : ILogEventSink
    {
        private readonly ConcurrentQueue<string> _all = [];

        public IEnumerable<string> All => _all;

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Level >= LogEventLevel.Error && logEvent.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name } && IsPage(name))
            {
                _all.Enqueue($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
            }
        }

        private static bool IsPage(string source) =>
            source == typeof(PortalErrorBoundary).FullName || source.StartsWith("Microsoft.AspNetCore.Components.Server.Circuits", StringComparison.Ordinal);
    }

    /// <summary>Real time moved by whole days, in the office's zone; a test that tells of years moves it on.</summary>
    public sealed class AnchoredTime : TimeProvider
    {
        private TimeSpan _shift;

        public AnchoredTime(DateOnly anchor)
        {
            var now = System.GetUtcNow();
            var office = TimeZoneInfo.ConvertTime(now, LocalTimeZone);
            // Nine in the morning: no test runs over midnight.
            _shift = anchor.ToDateTime(new TimeOnly(9, 0)) - office.DateTime;
        }

        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

        /// <summary>The same hour of a later day. Sign-ins of the day before have run out with it.</summary>
        public void MoveTo(DateOnly day) => _shift += TimeSpan.FromDays(day.DayNumber - this.Today().DayNumber);
    }
}
