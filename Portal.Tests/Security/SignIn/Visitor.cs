using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Net.Http.Headers;

namespace Portal.Tests.Security.SignIn;

/// <summary>A browser without a screen: keeps cookies for each host and port, follows redirects when told to, and counts them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>By authority; what a test steals or forges it changes here.</summary>
    public Dictionary<string, Dictionary<string, string>> Cookies { get; } = [];

    public int Hops { get; private set; }

    public void Dispose() => _client.Dispose();

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        var jar = JarOf(address);
        if (jar.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}")));
        }

        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? SetCookieHeaderValue.ParseList([.. set]) : [])
        {
            // Expiry is judged by the year alone: the portal's clock in a test is not ours.
            if (cookie.Value.Length == 0 || cookie.Expires?.Year < 2000)
            {
                jar.Remove(cookie.Name.ToString());
            }
            else
            {
                jar[cookie.Name.ToString()] = cookie.Value.ToString();
            }
        }

        return answer;
    }

    /// <summary>Opens an address as a person does: to the end of its redirects.</summary>
    public async Task<Page> OpenAsync(Uri address, HttpMethod? method = null, HttpContent? content = null)
    {
        Hops = 0;
        var answer = await SendAsync(method ?? HttpMethod.Get, address, content);
        while (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && Hops < 10)
        {
            Hops++;
            address = new Uri(address, answer.Headers.Location!);
            answer.Dispose();
            answer = await SendAsync(HttpMethod.Get, address);
        }

        using (answer)
        {
            return new Page(address, answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Presses the button of a form as it stands on the page.</summary>
    public async Task<Page> SubmitAsync(Page page, string action)
    {
        var form = page.Document.QuerySelector($"form[action='{action}']") ?? throw new InvalidOperationException($"No form {action} at {page.Address}.");
        using var fields = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        return await OpenAsync(new Uri(page.Address, action), HttpMethod.Post, fields);
    }

    private Dictionary<string, string> JarOf(Uri address) =>
        Cookies.TryGetValue(address.Authority, out var jar) ? jar : Cookies[address.Authority] = [];
}

/// <summary>What a visitor has before them.</summary>
public sealed record Page(Uri Address, HttpStatusCode Status, string Html)
{
    public IHtmlDocument Document => new HtmlParser().ParseDocument(Html);

    /// <summary>Why somebody is not in, as the sign-in page was told.</summary>
    public string? Problem => Document.QuerySelector("[data-testid=problem]")?.GetAttribute("data-problem");

    public string? Part(string testId) => Document.QuerySelector($"[data-testid={testId}]")?.TextContent;
}
