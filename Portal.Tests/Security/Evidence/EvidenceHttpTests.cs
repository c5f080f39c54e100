using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Configuration;
using Portal.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Evidence;

/// <summary>Files over the wire: who may send, what a refusal says, how a file is given out (tests 17, 33, 35).</summary>
public sealed class EvidenceHttpTests : IAsyncLifetime
{
    private readonly EvidencePortal _portal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _portal.SignInAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_file_is_sent_and_given_out_to_be_saved_and_never_shown()
    {
        using var sent = await _portal.SendAsync(new ByteArrayContent(Samples.Jpeg()), "整改\u202E照片.jpg");
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);

        using var answer = await _portal.Client.GetAsync($"/evidence/{_portal.Newest()!.Id.Value}", Stop);

        Assert.Equal(Samples.Jpeg(), await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal([WebSurface.EvidencePolicy], answer.Headers.GetValues("Content-Security-Policy"));
        ProtectedHeaders.AreOn(answer);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("整改照片.jpg", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("filename*=UTF-8''", answer.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);

        using var copy = await _portal.Client.GetAsync($"/evidence/{_portal.Newest()!.Id.Value}/copy", Stop);
        ProtectedHeaders.AreOn(copy);
        Assert.Equal([WebSurface.EvidencePolicy], copy.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("^材料-[0-9a-f]{6}\\.jpg$", copy.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.DoesNotContain(Samples.Maker, Encoding.Latin1.GetString(await copy.Content.ReadAsByteArrayAsync(Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task No_other_site_sends_a_file(string token)
    {
        using var answer = await _portal.SendAsync(new ByteArrayContent(Samples.Pdf()), "a.pdf", token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(nameof(EvidenceText.Refused_Stale), (await ProblemAsync(answer))["title"]!.ToString());
        Assert.Empty(_portal.Stored());
    }

    [Theory]
    [InlineData("zh-CN", "文件内容与扩展名不符")]
    [InlineData("en", "The content is not what the name says")]
    public async Task A_refusal_speaks_the_language_of_its_reader(string language, string words)
    {
        _portal.Cookies.Add(_portal.Client.BaseAddress!, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString($"c={language}|uic={language}")));

        using var answer = await _portal.SendAsync(new StringContent("<html>"), "a.jpg");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains(words, (await ProblemAsync(answer))["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_and_foreign_answer_alike()
    {
        using var file = await _portal.Client.GetAsync($"/evidence/{Guid.CreateVersion7()}", Stop);
        using var copy = await _portal.Client.GetAsync($"/evidence/{Guid.CreateVersion7()}/copy", Stop);
        using var sent = await _portal.SendAsync(new ByteArrayContent(Samples.Pdf()), "a.pdf", address: $"/evidence/Finding/{Guid.CreateVersion7()}?kind=AgencyReply");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (file.StatusCode, copy.StatusCode, sent.StatusCode));
    }

    [Theory]
    [InlineData("text/plain", "x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno file\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and then nothing")]
    public async Task What_is_no_whole_file_is_refused(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, _portal.Address) { Content = content };
        request.Headers.Add(EvidenceEndpoints.TokenHeader, _portal.Token);

        using var answer = await _portal.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(nameof(EvidenceText.Refused_Malformed), (await ProblemAsync(answer))["title"]!.ToString());
        Assert.Empty(_portal.Stored());
    }

    [Fact]
    public async Task A_line_that_is_cut_in_the_middle_leaves_nothing()
    {
        var address = _portal.Client.BaseAddress!;
        var film = Samples.Mp4(data: 3_000_000);
        var head = $"POST {_portal.Address} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {_portal.Cookies.GetCookieHeader(address)}\r\n{EvidenceEndpoints.TokenHeader}: {_portal.Token}\r\n"
            + $"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {film.Length * 2}\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n";
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(address.Host, address.Port, Stop);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
            await line.GetStream().WriteAsync(film, Stop);
            await UntilAsync(() => _portal.Stored().Any());
        }

        await UntilAsync(() => !_portal.Stored().Any());
        Assert.Null(_portal.Newest());
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
        {
            await Task.Delay(50, Stop);
        }

        Assert.True(condition());
    }
}
