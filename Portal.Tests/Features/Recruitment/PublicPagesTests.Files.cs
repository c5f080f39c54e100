using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Audit;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Evidence;
using Portal.Tests.Security.Evidence;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

/// <summary>Files of people without an account: sent by a browser without script, by the private link of what they sent in.</summary>
public sealed partial class PublicPagesTests
{
    [Fact]
    public async Task An_applicant_adds_the_letter_of_a_unit_and_the_section_opens_it()
    {
        await SetAsync();
        var link = await ApplyAsync();

        var (address, html) = await SendFileAsync(link, "推荐信.pdf", Samples.Pdf("推荐"));

        Assert.StartsWith(link, address, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"file-added\"", html, StringComparison.Ordinal);
        Assert.Contains("推荐信.pdf", html, StringComparison.Ordinal);
        var file = Assert.Single(await ReadAsync(db => db.Evidence.ToListAsync(Cancel)));
        Assert.Equal((EvidenceMatter.Application, null), (file.Matter, file.AddedBy));
        Assert.Equal((await ReadAsync(ApplicationAsync)).Id.Value, file.Owner);
        Assert.Equal(AuditActs.ApplyPublicly, await ReadAsync(db => db.AuditEntries.Where(e => e.ObjectId == file.Id.Value.ToString()).Select(e => e.Act).SingleAsync(Cancel)));
        using var office = await _portal.Value.SignInAsync(await ClerkAsync());
        Assert.Equal(Samples.Pdf("推荐"), await office.GetByteArrayAsync($"/evidence/{file.Id}", Cancel));
    }

    [Fact]
    public async Task Whoever_objects_follows_it_by_a_link_adds_files_until_it_is_decided_and_reads_nothing_back()
    {
        await SetAsync();
        var sent = await SendAsync(Path("objection"), "objection", [new("Input.About", _proposed.Value.ToString()), new("Input.Anonymous", "true"), new("Input.Content", "有异议之事")]);
        var link = $"/public/objection?code={ObjectionCode().Match(sent).Groups[1].Value}";
        Assert.DoesNotContain(ObjectionCode().Match(sent).Groups[1].Value, await ReadAsync(db => db.Objections.Select(o => EF.Property<string>(o, "LinkHash")).SingleAsync(Cancel)), StringComparison.Ordinal);

        var (_, html) = await SendFileAsync(link, "照片.png", Samples.Png());

        Assert.Contains("data-testid=\"file-added\"", html, StringComparison.Ordinal);
        Assert.Contains("YY-2026-0001", html, StringComparison.Ordinal);
        Assert.DoesNotContain("有异议之事", html, StringComparison.Ordinal);
        Assert.DoesNotContain("欧示诺", html, StringComparison.Ordinal);
        await ChangeAsync(async db => (await db.Objections.SingleAsync(Cancel)).Decline(PersonId.New(), "没有具体内容", OfficeClock.Anchor));

        var after = await _visitor.Value.GetStringAsync(link, Cancel);
        Assert.DoesNotContain("data-testid=\"add-file\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("没有具体内容", after, StringComparison.Ordinal);
        var (_, late) = await SendFileAsync(link, "照片.png", Samples.Png());
        Assert.Contains("data-testid=\"file-refused\"", late, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(db => db.Evidence));
    }

    [Fact]
    public async Task What_is_no_document_comes_back_with_the_reason_and_nothing_is_kept()
    {
        await SetAsync();
        var link = await ApplyAsync();

        var (_, program) = await SendFileAsync(link, "a.exe", Samples.Pdf());
        var (_, lie) = await SendFileAsync(link, "a.pdf", "MZ"u8.ToArray());
        var (_, recording) = await SendFileAsync(link, "a.pdf", new byte[(20 * 1024 * 1024) + 1]);

        Assert.Equal(3, new[] { program, lie, recording }.Select(h => FileRefusal().Match(h).Groups[1].Value).Where(w => w.Length > 0).Distinct().Count());
        Assert.Contains("20", FileRefusal().Match(recording).Groups[1].Value, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(db => db.Evidence));
    }

    [Fact]
    public async Task A_wrong_code_has_no_matter_and_a_matter_takes_five_files()
    {
        await SetAsync();
        var link = await ApplyAsync();
        using var wrong = await PostFileAsync("/public/files/Application?code=AAAAAAAAAAAAAAAAAAAAAA", "a.pdf", Samples.Pdf());
        using var none = await PostFileAsync("/public/files/Application", "a.pdf", Samples.Pdf());
        using var foreign = await PostFileAsync(link.Replace("/public/application", "/public/files/Objection", StringComparison.Ordinal), "a.pdf", Samples.Pdf());
        using var finding = await PostFileAsync(link.Replace("/public/application", "/public/files/Finding", StringComparison.Ordinal), "a.pdf", Samples.Pdf());
        Assert.All([wrong, none, foreign, finding], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        for (var i = 0; i < 5; i++)
        {
            await SendFileAsync(link, $"{i}.pdf", Samples.Pdf());
        }

        var (_, full) = await SendFileAsync(link, "6.pdf", Samples.Pdf());

        Assert.Contains("data-testid=\"file-refused\"", full, StringComparison.Ordinal);
        Assert.DoesNotContain("data-testid=\"add-file\"", full, StringComparison.Ordinal);
        Assert.Equal(5, await CountAsync(db => db.Evidence));
    }

    [Fact]
    public async Task All_strangers_together_have_so_much_room_and_an_address_so_many_tries()
    {
        await using var narrow = Running(host => host.UseSetting("Portal:Evidence:VisitorQuotaMegabytes", "0").UseSetting("Portal:Web:VisitorFilesPerHour", "1"));
        await SetAsync(narrow);
        using var visitor = narrow.Stranger();
        var link = await ApplyAsync(visitor);

        var (_, full) = await SendFileAsync(link, "a.pdf", Samples.Pdf(), visitor);
        using var tooMany = await PostFileAsync("/public/files/Application?code=x", "a.pdf", Samples.Pdf(), visitor);

        Assert.Contains("空间已满", full, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
    }

    [Fact]
    public async Task What_the_scanner_refuses_is_said_and_does_not_stand_among_what_arrived()
    {
        await using var clamd = new FakeClamd { Answer = "stream: Eicar-Test-Signature FOUND" };
        await using var scanned = Running(host => host.UseSetting("Portal:Evidence:ClamAv", clamd.Address));
        await SetAsync(scanned);
        using var visitor = scanned.Stranger();
        var link = await ApplyAsync(visitor);

        var (_, infected) = await SendFileAsync(link, "病毒.pdf", Samples.Pdf(), visitor);
        clamd.Answer = "stream: OK";
        var (_, clean) = await SendFileAsync(link, "推荐信.pdf", Samples.Pdf(), visitor);

        Assert.Contains("data-testid=\"file-refused\"", infected, StringComparison.Ordinal);
        Assert.DoesNotContain("病毒.pdf", infected, StringComparison.Ordinal);
        Assert.Equal(1, Listed().Count(clean));
        Assert.Contains("推荐信.pdf", clean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_address_says_nothing_through_the_page()
    {
        await SetAsync();
        var link = await ApplyAsync();

        var html = await _visitor.Value.GetStringAsync($"{link}&refused=Refused_TooLarge&limit=%3Cb%3Eherring", Cancel);
        var unknown = await _visitor.Value.GetStringAsync($"{link}&refused=Refused_Herring", Cancel);

        Assert.DoesNotContain("herring", FileRefusal().Match(html).Groups[1].Value, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data-testid=\"file-refused\"", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_taken_until_somebody_begins_to_review_and_again_while_something_is_asked_for()
    {
        await SetAsync();
        var link = await ApplyAsync();
        var clerk = PersonId.New();
        await ChangeAsync(async db => (await ApplicationAsync(db)).StartReview(clerk, _clock.GetUtcNow()));
        Assert.DoesNotContain("data-testid=\"add-file\"", await _visitor.Value.GetStringAsync(link, Cancel), StringComparison.Ordinal);

        await ChangeAsync(async db => (await ApplicationAsync(db)).Return(clerk, "请补推荐信", OfficeClock.Anchor.AddDays(2), _clock.GetUtcNow(), OfficeClock.Anchor));
        Assert.Contains("data-testid=\"add-file\"", await _visitor.Value.GetStringAsync(link, Cancel), StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromDays(3));
        Assert.DoesNotContain("data-testid=\"add-file\"", await _visitor.Value.GetStringAsync(link, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_while_a_batch_or_a_notice_ended_comes_back_with_the_reason()
    {
        await SetAsync();
        var apply = await SentAsync(Path("form"), "apply", Applying());
        var objection = await SentAsync(Path("objection"), "objection", [new("Input.About", _proposed.Value.ToString()), new("Input.Anonymous", "true"), new("Input.Content", "写了很久的话")]);
        _clock.Advance(TimeSpan.FromDays(25));

        var late = await apply();
        var over = await objection();

        Assert.Contains("value=\"甘示白\"", late, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"refusal\"", late, StringComparison.Ordinal);
        Assert.Contains(">写了很久的话</textarea>", over, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"refusal\"", over, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await CountAsync(db => db.Applications), await CountAsync(db => db.Objections)));
    }

    private async Task<string> ApplyAsync(HttpClient? visitor = null) => $"/public/application?code={Code().Match(await (await SentAsync(Path("form"), "apply", Applying(), visitor))()).Groups[1].Value}";

    private async Task<(string Address, string Html)> SendFileAsync(string link, string name, byte[] content, HttpClient? visitor = null)
    {
        var matter = link.StartsWith("/public/objection", StringComparison.Ordinal) ? "Objection" : "Application";
        using var answer = await PostFileAsync($"/public/files/{matter}{link[link.IndexOf('?', StringComparison.Ordinal)..]}", name, content, visitor);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var back = answer.Headers.Location!.OriginalString;
        return (back, await (visitor ?? _visitor.Value).GetStringAsync(back, Cancel));
    }

    private async Task<HttpResponseMessage> PostFileAsync(string address, string name, byte[] content, HttpClient? visitor = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await (visitor ?? _visitor.Value).PostAsync(address, form, Cancel);
    }

    private async Task<string> ClerkAsync()
    {
        await using var db = await _portal.Value.Services.GetRequiredService<IDbContextFactory<Portal.Data.PortalDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Accounts.Where(a => a.Role == Portal.Access.PortalRole.Administrator && !a.IsDisabled).Join(db.People, a => a.Person, p => p.Id, (_, p) => p.FullName).FirstAsync(Cancel);
    }

    [GeneratedRegex("<li[ >]")]
    private static partial Regex Listed();

    [GeneratedRegex("objection\\?code=([A-Za-z0-9_-]+)")]
    private static partial Regex ObjectionCode();

    [GeneratedRegex("data-testid=\"file-refused\"[^>]*>([^<]+)<")]
    private static partial Regex FileRefusal();
}
