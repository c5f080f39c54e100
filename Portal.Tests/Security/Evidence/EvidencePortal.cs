using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>The real portal over a real socket, with one administrator signed in and one finding.</summary>
public sealed class EvidencePortal : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _portal;

    public EvidencePortal(Action<IWebHostBuilder>? configure = null)
    {
        _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseUrls("http://127.0.0.1:0");
            builder.UseSetting("Portal:DataFolder", Data);
            builder.UseSetting("Portal:StartEmpty", "true");
            builder.UseSetting("Portal:Logs:Folder", Path.Combine(Data, "logs"));
            builder.UseSetting("Portal:Logs:MinimumLevel", "Information");
            configure?.Invoke(builder);
        });
        _portal.UseKestrel(0);
        _portal.StartServer();
        Client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = _portal.ClientOptions.BaseAddress };
    }

    public string Data { get; } = Path.Combine(Path.GetTempPath(), $"portal-{Guid.CreateVersion7():N}");

    public IServiceProvider Services => _portal.Services;

    public string Folder => Path.Combine(Data, "evidence");

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    public FindingId Finding { get; } = FindingId.New();

    public string Token { get; private set; } = "";

    public string Address => $"/evidence/{EvidenceMatter.Finding}/{Finding.Value}?kind={EvidenceKind.AgencyReply}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        TestFolder.Delete(Data);
    }

    public async Task SignInAsync()
    {
        await _portal.Services.GetRequiredService<UnitOfWork>().WriteAsync(
            db =>
            {
                var (clerk, author) = (Person.Staff(PersonId.New(), "示例科员"), Person.Staff(PersonId.New(), "某人"));
                db.People.AddRange(clerk, author);
                db.Accounts.Add(Account.For(clerk.Id, PortalRole.Administrator));
                db.Findings.Add(Portal.Domain.Findings.Finding.FromRegister(Finding, new RegisteredFinding
                {
                    Number = "WT-2026-9001",
                    SubmittedOn = new DateOnly(2026, 9, 1),
                    SubmittedAt = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero),
                    Author = author.Id,
                    OtherUnit = "某单位",
                    Category = FindingCategory.Service,
                    Text = "排队",
                    State = FindingState.Submitted,
                }));
                return Task.CompletedTask;
            },
            Stop);
        var form = await FormAsync("/signin", "/signin/persona");
        using var entered = await Client.PostAsync("/signin/persona", form, Stop);
        Token = (await FieldsAsync("/findings", "/signout"))["__RequestVerificationToken"];
    }

    public async Task<HttpResponseMessage> SendAsync(HttpContent file, string name, string? token = null, string? address = null)
    {
        using var form = new MultipartFormDataContent { { file, "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address ?? Address) { Content = form };
        if ((token ?? Token) is { Length: > 0 } sent)
        {
            request.Headers.Add(EvidenceEndpoints.TokenHeader, sent);
        }

        return await Client.SendAsync(request, Stop);
    }

    public EvidenceFile? Newest()
    {
        using var db = _portal.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return db.Evidence.OrderByDescending(f => f.AddedAt).FirstOrDefault();
    }

    public IEnumerable<string> Stored() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder) : [];

    private async Task<FormUrlEncodedContent> FormAsync(string page, string action) => new(await FieldsAsync(page, action));

    private async Task<Dictionary<string, string>> FieldsAsync(string page, string action)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await Client.GetStringAsync(page, Stop));
        return document.QuerySelector($"form[action='{action}']")!.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
    }
}
