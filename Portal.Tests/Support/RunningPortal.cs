using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Support;

/// <summary>The portal as it is, with an empty office in a folder of its own, asked over HTTP.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _portal;

    public RunningPortal()
        : this(null)
    {
    }

    private RunningPortal(Action<IWebHostBuilder>? configure) => _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Development")
            .UseSetting("Portal:DataFolder", Folder)
            .UseSetting("Portal:StartEmpty", "true")
            .UseSetting("Portal:Logs:Folder", Path.Combine(Folder, "logs"))
            .UseSetting("Portal:Logs:MinimumLevel", "Fatal")
            // The tests of a class come from one address, and ask more in a minute than an office.
            .UseSetting("Portal:Web:AnonymousRequestsPerMinute", "100000");
        configure?.Invoke(host);
    });

    public static RunningPortal With(Action<IWebHostBuilder> configure) => new(configure);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"portal-http-{Guid.CreateVersion7():N}");

    public IServiceProvider Services => _portal.Services;

    /// <summary>Somebody without a sign-in, who is shown redirects instead of being led.</summary>
    public HttpClient Stranger() => _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Somebody who is led by these handlers.</summary>
    public HttpClient Client(params DelegatingHandler[] handlers) => _portal.CreateDefaultClient(handlers);

    /// <summary>A persona who enters by the form of the sign-in page, as a browser would.</summary>
    public async Task<HttpClient> SignInAsync(string name, CookieContainer? cookies = null, Uri? at = null)
    {
        var client = Client(new RedirectHandler(), new CookieContainerHandler(cookies ?? new CookieContainer()));
        client.BaseAddress = at ?? client.BaseAddress;
        var stop = TestContext.Current.CancellationToken;
        var document = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/signin", stop));
        var form = document.QuerySelectorAll("form[action='/signin/persona']").First(f => f.QuerySelector($"[data-name='{name}']") is not null);
        using var fields = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        using var entered = await client.PostAsync("/signin/persona", fields, stop);
        Assert.Equal("/", entered.RequestMessage!.RequestUri!.AbsolutePath);
        return client;
    }

    /// <summary>Ends it and what it still has to write, and leaves its folder.</summary>
    public ValueTask StopAsync() => _portal.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        TestFolder.Delete(Folder);
    }
}
