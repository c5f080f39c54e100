using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Domain.Time;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

/// <summary>Pages for people without an account, over plain HTTP: they need no script, no circuit and no sign-in.</summary>
public sealed partial class PublicPagesTests : IAsyncDisposable
{
    private static readonly string[] s_pages = ["/public/notices", "/public/apply", "notice", "objection", "form"];

    private readonly FakeTimeProvider _clock = OfficeClock.At(OfficeClock.Anchor);
    private readonly Lazy<RunningPortal> _portal;
    private readonly Lazy<HttpClient> _visitor;
    private readonly RecruitmentBatchId _batch = RecruitmentBatchId.New();
    private readonly RecruitmentApplicationId _proposed = RecruitmentApplicationId.New();
    private readonly PublicNoticeId _notice = PublicNoticeId.New();

    public PublicPagesTests()
    {
        _portal = new(() => Running());
        _visitor = new(() => _portal.Value.Stranger());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_portal.IsValueCreated)
        {
            await _portal.Value.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_public_page_opens_without_a_sign_in_and_without_a_circuit()
    {
        await SetAsync(_portal.Value);
        foreach (var page in s_pages)
        {
            using var answer = await _visitor.Value.GetAsync(Path(page), Cancel);
            var html = await answer.Content.ReadAsStringAsync(Cancel);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Contains("<meta name=\"robots\" content=\"noindex\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("blazor.web.js", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--Blazor:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Selection.Ou, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Switched_off_there_is_no_such_page()
    {
        await using var closed = Running(host => host.UseSetting("Portal:Web:PublicPages", "false"));
        await SetAsync(closed);
        using var visitor = closed.Stranger();
        foreach (var page in s_pages)
        {
            using var answer = await visitor.GetAsync(Path(page), Cancel);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("Portal:Web:PublicPages")]
    [InlineData("Portal:Web:PublicCards")]
    public async Task The_check_of_a_card_is_switched_off_with_the_others_or_by_itself(string option)
    {
        using var open = await _visitor.Value.GetAsync("/public/card/AAAAAAAAAAAAAAAAAAAAAA", Cancel);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        await using var closed = Running(host => host.UseSetting(option, "false"));
        using var visitor = closed.Stranger();
        using var answer = await visitor.GetAsync("/public/card/AAAAAAAAAAAAAAAAAAAAAA", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/public/apply/{0}", "Portal:Web:ApplicationsPerHour")]
    [InlineData("/public/notices/{0}/objection", "Portal:Web:ObjectionsPerHour")]
    public async Task What_is_sent_in_a_form_is_counted_by_the_hour_and_reading_it_is_not(string form, string option)
    {
        await using var limited = Running(host => host.UseSetting(option, "2"));
        using var visitor = limited.Stranger();
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Guid.CreateVersion7());
        for (var sent = 0; sent < 2; sent++)
        {
            using var taken = await visitor.PostAsync(address, new FormUrlEncodedContent([]), Cancel);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, taken.StatusCode);
        }

        using var refused = await visitor.PostAsync(address, new FormUrlEncodedContent([]), Cancel);
        using var read = await visitor.GetAsync("/public/notices", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(10), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task A_notice_shows_names_units_and_days_and_a_withdrawn_one_is_gone()
    {
        await SetAsync();
        var html = await _visitor.Value.GetStringAsync(Path("notice"), Cancel);
        Assert.Contains("欧示诺", html, StringComparison.Ordinal);
        Assert.Contains("2026年11月30日", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("99[0-9]{4,}", html);
        Assert.Contains("联系方式：社保基金监督和审计科。", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        await ChangeAsync(db =>
        {
            db.Settings.Add(new SettingRow { Key = nameof(OfficeSettings.OrgTelephone), Value = "0731-12345678", ChangedAt = _clock.GetUtcNow() });
            return Task.CompletedTask;
        });
        Assert.Contains("联系方式：社保基金监督和审计科，0731-12345678。", WebUtility.HtmlDecode(await _visitor.Value.GetStringAsync(Path("notice"), Cancel)), StringComparison.Ordinal);

        await ChangeAsync(async db => (await db.Notices.SingleAsync(Cancel)).Withdraw(PersonId.New(), "名单有误", await db.Applications.AsSplitQuery().ToListAsync(Cancel), _clock.GetUtcNow()));

        using var gone = await _visitor.Value.GetAsync(Path("notice"), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task An_application_that_is_not_complete_keeps_what_was_typed()
    {
        await SetAsync();

        var html = await SendAsync(Path("form"), "apply", Applying(("Input.Phone", "123"), ("Input.Group", "")));

        Assert.Contains("value=\"甘示白\"", html, StringComparison.Ordinal);
        Assert.Contains("年满25周岁、不超过70周岁", html, StringComparison.Ordinal);
        Assert.Contains("请填写手机号", html, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"incomplete\"", html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(db => db.Applications));
    }

    [Fact]
    public async Task Whoever_applies_gets_a_receipt_and_a_link_of_which_only_the_hash_is_kept()
    {
        await SetAsync();

        var html = await SendAsync(Path("form"), "apply", Applying());

        var code = Code().Match(html).Groups[1].Value;
        Assert.Equal(22, code.Length);
        Assert.Contains("BM-2026-0001", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Selection.JustOldEnough, html, StringComparison.Ordinal);
        var kept = await ReadAsync(db => db.Applications.Where(a => a.Receipt == "BM-2026-0001").Select(a => EF.Property<string>(a, "LinkHash")).SingleAsync(Cancel));
        Assert.Equal(64, kept.Length);
        Assert.DoesNotContain(code, kept, StringComparison.Ordinal);

        var mine = await _visitor.Value.GetStringAsync($"/public/application?code={code}", Cancel);
        Assert.Contains("已提交", mine, StringComparison.Ordinal);
        Assert.DoesNotContain(Selection.JustOldEnough, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("15400000033", mine, StringComparison.Ordinal);
        using var wrong = await _visitor.Value.GetAsync($"/public/application?code={code[..^1]}{(code[^1] == 'A' ? 'B' : 'A')}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Fact]
    public async Task What_was_asked_for_is_supplemented_through_the_link_and_the_application_withdrawn()
    {
        await SetAsync();
        var link = $"/public/application?code={Code().Match(await SendAsync(Path("form"), "apply", Applying())).Groups[1].Value}";
        await ChangeAsync(async db => (await ApplicationAsync(db)).Return(PersonId.New(), "请补充工作单位", OfficeClock.Anchor.AddDays(7), _clock.GetUtcNow(), OfficeClock.Anchor));
        Assert.Contains("请补充工作单位", await _visitor.Value.GetStringAsync(link, Cancel), StringComparison.Ordinal);

        var done = await SendAsync(link, "supplement", [new("Input.WorkUnit", "示例社区"), new("Input.Motivation", "愿意"), new("Input.Note", "已补充")]);

        Assert.Contains("data-testid=\"done\"", done, StringComparison.Ordinal);
        var supplemented = await ReadAsync(ApplicationAsync);
        Assert.Equal((ApplicationState.Submitted, "示例社区", "15400000033"), (supplemented.State, supplemented.WorkUnit, supplemented.Phone!.Value.Value));
        await SendAsync(link, "withdraw", []);
        Assert.Equal(ApplicationState.Withdrawn, (await ReadAsync(ApplicationAsync)).State);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_one_that_a_robot_filled_in_is_not_taken()
    {
        await SetAsync();
        using var forged = new FormUrlEncodedContent([.. Applying(), new("_handler", "apply")]);
        using var refused = await _visitor.Value.PostAsync(Path("form"), forged, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var html = await SendAsync(Path("form"), "apply", Applying(("Input.Website", "https://example.org")));

        Assert.Contains("data-testid=\"refusal\"", html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(db => db.Applications));
    }

    [Fact]
    public async Task Objections_are_taken_until_the_end_of_the_last_day_and_not_a_second_longer()
    {
        await SetAsync();
        var named = await SendAsync(Path("objection"), "objection", [new("Input.About", _proposed.Value.ToString()), new("Input.Name", "邻例居"), new("Input.Content", "有异议")]);
        Assert.Contains("请留下联系方式", named, StringComparison.Ordinal);
        Assert.Contains(">有异议</textarea>", named, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromDays(8) - TimeSpan.FromHours(9) - TimeSpan.FromSeconds(1));

        var inTime = await SendAsync(Path("objection"), "objection", [new("Input.About", _proposed.Value.ToString()), new("Input.Anonymous", "true"), new("Input.Content", "有异议")]);
        Assert.Contains("YY-2026-0001", inTime, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("data-testid=\"over\"", await _visitor.Value.GetStringAsync(Path("objection"), Cancel), StringComparison.Ordinal);
        var objection = Assert.Single(await ReadAsync(db => db.Objections.ToListAsync(Cancel)));
        Assert.Equal((null, false, "有异议"), (objection.ObjectorName, objection.Late, objection.Content));
    }

    private RunningPortal Running(Action<IWebHostBuilder>? also = null) => RunningPortal.With(host =>
    {
        host.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));
        also?.Invoke(host);
    });

    private string Path(string page) => page switch
    {
        "notice" => $"/public/notices/{_notice.Value}",
        "objection" => $"/public/notices/{_notice.Value}/objection",
        "form" => $"/public/apply/{_batch.Value}",
        _ => page,
    };

    private static List<KeyValuePair<string, string>> Applying(params (string Field, string Value)[] instead)
    {
        var form = new Dictionary<string, string>
        {
            ["Input.FullName"] = "甘示白",
            ["Input.IdNumber"] = Selection.JustOldEnough,
            ["Input.Phone"] = "15400000033",
            ["Input.District"] = nameof(District.Tianyuan),
            ["Input.Group"] = nameof(SourceCategory.GrassrootsWorker),
            ["Input.Motivation"] = "愿意监督",
            ["Input.Declared"] = "true",
        };
        foreach (var (field, value) in instead)
        {
            form[field] = value;
        }

        return [.. form];
    }

    /// <summary>As a browser without script sends a form: with what the page put into it.</summary>
    private async Task<string> SendAsync(string path, string form, List<KeyValuePair<string, string>> typed) => await (await SentAsync(path, form, typed))();

    /// <summary>The same, with time between opening the page and sending the form.</summary>
    private async Task<Func<Task<string>>> SentAsync(string path, string form, List<KeyValuePair<string, string>> typed, HttpClient? visitor = null)
    {
        visitor ??= _visitor.Value;
        var page = await visitor.GetStringAsync(path, Cancel);
        return async () =>
        {
            using var content = new FormUrlEncodedContent([.. typed, new("_handler", form), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
            using var answer = await visitor.PostAsync(path, content, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Cancel);
        };
    }

    private Task SetAsync() => SetAsync(_portal.Value);

    private Task SetAsync(RunningPortal portal) => ChangeAsync(
        db =>
        {
            var (today, now, clerk) = (OfficeClock.Anchor, _clock.GetUtcNow(), PersonId.New());
            var batch = RecruitmentBatch.Plan(_batch, "XP-2026-0009", "选聘", "公告", today.AddDays(-9), today.AddDays(20), applications: true, recommendations: true, TermAlignment.Individual, null);
            batch.Publish(today.AddDays(-9));
            var proposed = Application.Submit(
                _proposed, batch, "BM-2026-0099",
                new Applicant("欧示诺", IdentityNumber.FromStore(Selection.Ou), PhoneNumber.FromStore("15400000031"), District.Shifeng, "示例学校", null, SourceCategory.PublicRepresentative, "愿意"),
                RecruitmentChannel.OpenRecruitment, null, [], new ApplicationCircumstances(Declared: true, InOffice: false, HasLiveApplication: false), null, now, today);
            proposed.StartReview(clerk, now);
            foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
            {
                proposed.Check(condition, ConditionResult.Met, "查询", null, clerk, today);
            }

            proposed.ProposePass(clerk, batch.ClosesOn, AgeCountRule.OnBirthday, now);
            proposed.Pass(PersonId.New(), batch.ClosesOn, AgeCountRule.OnBirthday, now);
            var notice = PublicNotice.Prepare(_notice, _batch, "公示", "现予公示。", [proposed], clerk, officePhone: null);
            notice.Propose(clerk);
            notice.Publish(PersonId.New(), approvalNeeded: true, "GS-2026-0009", [proposed], CountingMode.NoticeDefault, new WorkingCalendar(StatutoryHolidays.Of2026, [2026]), now, today);
            db.AddRange(batch, proposed, notice);
            return Task.CompletedTask;
        },
        portal);

    private static Task<Application> ApplicationAsync(PortalDbContext db) => db.Applications.AsSplitQuery().SingleAsync(a => a.Receipt == "BM-2026-0001", Cancel);

    private async Task ChangeAsync(Func<PortalDbContext, Task> change, RunningPortal? portal = null)
    {
        await using var db = await (portal ?? _portal.Value).Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancel);
        await change(db);
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await _portal.Value.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }

    private Task<int> CountAsync<T>(Func<PortalDbContext, IQueryable<T>> rows) => ReadAsync(db => rows(db).CountAsync(Cancel));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("application\\?code=([A-Za-z0-9_-]+)")]
    private static partial Regex Code();
}
