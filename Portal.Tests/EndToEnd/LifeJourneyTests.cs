using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Configuration;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Tests.Domain.Recruitment;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.EndToEnd;

/// <summary>One person's whole life with the office, in the browser, over five years (Articles 2 to 6, 12, 17, 18). At every moment at which the law forbids an act, the page says so and names the article.</summary>
[Collection(BrowserGroup.Name)]
[Trait("Category", "Browser")]
public sealed class LifeJourneyTests : IAsyncLifetime
{
    private const string Name = "欧示例";
    private const string Clerk = "示例科员";
    private const string Colleague = "示例科长";
    private const string Leader = "示例局长";
    private const string Neighbour = "邻例期";

    private readonly PortalInBrowser _portal = new();
    private readonly Dictionary<string, (IPage Page, DateOnly Day)> _browsers = [];
    private string _batch = "";
    private string _application = "";
    private string _notice = "";
    private string _link = "";

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task From_the_application_to_the_return_of_the_certificates()
    {
        await AppliesAndSupplementsAsync();
        await IsReviewedAsync();
        await IsNoticedAndObjectedToAsync();
        var termEnds = await IsAppointedAsync();
        await LosesTheCardAsync();
        await IsRenewedAsync(termEnds);
        await GoesInactiveAndIsDismissedAsync();
    }

    private async Task AppliesAndSupplementsAsync()
    {
        var clerk = await AtAsync(Clerk, "/recruitment/new");
        await clerk.GetByTestId("title").FillAsync("2026年第二批特邀社会监督员选聘");
        await clerk.GetByTestId("opens").FillAsync(Iso(Today));
        await clerk.GetByTestId("closes").FillAsync(Iso(Today.AddDays(9)));
        await clerk.GetByTestId("takes-applications").CheckAsync();
        await clerk.GetByTestId("announcement").FillAsync("面向社会公开选聘特邀社会监督员。");
        await clerk.GetByTestId("submit").ClickAsync();
        await ActAsync(clerk, "Publish");
        _batch = new Uri(clerk.Url).AbsolutePath;

        var visitor = await _portal.OpenAsync(phone: true);
        await visitor.GotoAsync($"/public/apply/{_batch.Split('/')[^1]}");
        await FillAsync(visitor);
        await Expect(visitor.GetByTestId("receipt")).ToContainTextAsync("BM-2026-");
        _link = (await visitor.GetByTestId("link").GetAttributeAsync("href"))!;
        await visitor.GotoAsync($"/public/apply/{_batch.Split('/')[^1]}");
        await FillAsync(visitor);
        await Expect(visitor.GetByTestId("refusal")).ToContainTextAsync("报名");

        await FollowAsync(clerk, _batch, clerk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Name }), "**/recruitment/applications/*");
        _application = new Uri(clerk.Url).AbsolutePath;
        await ActAsync(clerk, "Return", note: "请补充从业经历");

        await visitor.GotoAsync(_link);
        await Expect(visitor.GetByTestId("asked")).ToContainTextAsync("请补充从业经历");
        await visitor.Locator("#motivation").FillAsync("在社区工作二十年，熟悉参保登记。");
        await visitor.GetByTestId("supplement").ClickAsync();
        await Expect(visitor.GetByTestId("done")).ToBeVisibleAsync();
    }

    private async Task IsReviewedAsync()
    {
        _portal.Clock.MoveTo(Today.AddDays(10));
        var clerk = await AtAsync(Clerk, _application);
        await ActAsync(clerk, "StartReview");
        await IsForbiddenAsync(clerk, "ProposePass", "第五条");
        foreach (var condition in EligibilityConditions.All.Where(c => c != EligibilityCondition.Age))
        {
            await CheckAsync(clerk, condition);
        }

        await ActAsync(clerk, "ProposePass");
        await IsForbiddenAsync(clerk, "Pass", "第六条");

        await ActAsync(await AtAsync(Colleague, _application), "Pass");
    }

    private async Task IsNoticedAndObjectedToAsync()
    {
        var clerk = await AtAsync(Clerk, _application);
        await IsForbiddenAsync(clerk, "ProposeAppointment", "第六条");
        await clerk.GotoAsync($"{_batch}/notice");
        await PortalInBrowser.InteractiveAsync(clerk);
        await clerk.GetByTestId("person").CheckAsync();
        await clerk.GetByTestId("title").FillAsync("拟聘特邀社会监督员公示");
        await clerk.GetByTestId("text").FillAsync("联系电话：15400000031");
        await clerk.GetByTestId("submit").ClickAsync();
        await Expect(clerk.Locator("#text-error")).ToContainTextAsync("第六条");
        await clerk.GetByTestId("text").FillAsync("经审查，拟聘请下列同志，现予公示。");
        await clerk.GetByTestId("submit").ClickAsync();
        await ActAsync(clerk, "Propose");
        _notice = new Uri(clerk.Url).AbsolutePath;
        await ApproveAsync("recruitment-proposal", "approve");

        var visitor = await _portal.OpenAsync(phone: true);
        await visitor.GotoAsync($"/public/notices/{_notice.Split('/')[^1]}");
        await visitor.GetByTestId("object").ClickAsync();
        await visitor.Locator("#about").SelectOptionAsync(new SelectOptionValue { Label = Name });
        await visitor.Locator("#name").FillAsync("群众甲");
        await visitor.Locator("#contact").FillAsync("信箱甲");
        await visitor.Locator("#content").FillAsync("此人在经办机构有亲属。");
        await visitor.GetByTestId("send").ClickAsync();
        await Expect(visitor.GetByTestId("receipt")).ToBeVisibleAsync();

        clerk = await AtAsync(Clerk, _notice);
        await Expect(clerk.GetByTestId("cannot-settle")).ToContainTextAsync("第六条");
        var lastDay = await LastDayAsync();
        _portal.Clock.MoveTo(lastDay.AddDays(1));
        clerk = await AtAsync(Clerk, _notice);
        await Expect(clerk.GetByTestId("cannot-settle")).ToContainTextAsync("第六条");
        await Expect(clerk.GetByTestId("cannot-settle")).ToContainTextAsync("异议");
        await clerk.GotoAsync(_application);
        await PortalInBrowser.InteractiveAsync(clerk);
        await IsForbiddenAsync(clerk, "ProposeAppointment", "第六条");

        await FollowAsync(clerk, "/objections", clerk.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = Name }).GetByRole(AriaRole.Link).First, "**/objections/*");
        await ActAsync(clerk, "Accept");
        await ActAsync(clerk, "Dismiss", note: "经核实，亲属已于去年离职。");
        await ActAsync(clerk, "Answer", note: "感谢反映，已核实。");

        await clerk.GotoAsync(_notice);
        await PortalInBrowser.InteractiveAsync(clerk);
        await clerk.GetByTestId("settle").ClickAsync();
        await clerk.GetByTestId("act-submit").ClickAsync();
        await Expect(clerk.GetByTestId("settle")).ToHaveCountAsync(0);
    }

    private async Task<DateOnly> IsAppointedAsync()
    {
        var clerk = await AtAsync(Clerk, _application);
        foreach (var condition in EligibilityConditions.OfRecord)
        {
            await CheckAsync(clerk, condition);
        }

        await ActAsync(clerk, "ProposeAppointment", note: "审查公示合格");
        await Expect(clerk.GetByTestId("proposed")).ToBeVisibleAsync();
        await ApproveAsync("recruitment-proposal", "approve");

        await clerk.ReloadAsync();
        await PortalInBrowser.InteractiveAsync(clerk);
        await clerk.GetByTestId("appointed").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(clerk.GetByTestId("terms")).ToBeVisibleAsync();
        using var db = Database();
        return db.Appointments.Single(t => t.Person == PersonOf(db)).TermEnd;
    }

    private async Task LosesTheCardAsync()
    {
        var public1 = await PrintedAsync();
        var visitor = await _portal.OpenAsync(phone: true);
        await visitor.GotoAsync(public1);
        await Expect(visitor.GetByTestId("standing")).ToContainTextAsync("有效");

        // While it is valid there is no other one to be had.
        var clerk = await AtAsync(Clerk, $"/cards/{Person()}");
        await Expect(clerk.GetByTestId("card")).ToHaveCountAsync(1);
        await Expect(clerk.GetByTestId("reissue")).ToHaveCountAsync(0);

        var supervisor = await AtAsync(Name, "/my/office", phone: true);
        await supervisor.GetByTestId("lose").ClickAsync();
        await supervisor.GetByTestId("lose-act").ClickAsync();
        await Expect(supervisor.GetByTestId("my-card-state")).ToContainTextAsync("挂失");
        await visitor.GotoAsync(public1);
        await Expect(visitor.GetByTestId("standing")).ToContainTextAsync("已挂失");

        clerk = await AtAsync(Clerk, $"/cards/{Person()}");
        await clerk.GetByTestId("reissue").ClickAsync();
        await Expect(clerk.GetByTestId("card")).ToHaveCountAsync(2);
        Assert.NotEqual(public1, await PrintedAsync());
        await visitor.GotoAsync(public1);
        await Expect(visitor.GetByTestId("standing")).ToContainTextAsync("已挂失");
    }

    private async Task IsRenewedAsync(DateOnly termEnds)
    {
        AddNeighbour(termEnds);
        _portal.Clock.MoveTo(termEnds.AddDays(-20));
        var supervisor = await AtAsync(Name, "/", phone: true);
        await Expect(supervisor.GetByTestId("waiting")).ToContainTextAsync("第十七条");
        var clerk = await AtAsync(Clerk, "/terms");
        await Expect(clerk.GetByTestId("term").Filter(new LocatorFilterOptions { HasText = Neighbour }).GetByTestId("choose")).ToBeEnabledAsync();
        await clerk.GetByTestId("term").Filter(new LocatorFilterOptions { HasText = Name }).GetByTestId("choose").CheckAsync();
        await clerk.GetByTestId("renew").CheckAsync();
        await clerk.GetByTestId("round-reason").FillAsync("履职良好");
        await clerk.GetByTestId("record-clear").GetByLabel(Name).CheckAsync();
        await clerk.GetByTestId("propose").ClickAsync();
        await Expect(clerk.GetByTestId("term").Filter(new LocatorFilterOptions { HasText = Name })).ToContainTextAsync("待批准");
        await ApproveAsync("term-proposal", "approve-term");

        _portal.Clock.MoveTo(termEnds.AddDays(1));
        supervisor = await AtAsync(Name, "/my/file", phone: true);
        await Expect(supervisor.GetByTestId("duty-terms")).ToContainTextAsync(Iso(termEnds.AddDays(1)));

        // A day after its end nobody is renewed any more, and a term that has just begun is not renewed yet.
        clerk = await AtAsync(Clerk, "/terms?within=1096");
        await Expect(clerk.GetByTestId("term").Filter(new LocatorFilterOptions { HasText = Name }).GetByTestId("why-not")).ToContainTextAsync("第十七条");
        await Expect(clerk.GetByTestId("term").Filter(new LocatorFilterOptions { HasText = Neighbour })).ToHaveCountAsync(0);
    }

    private async Task GoesInactiveAndIsDismissedAsync()
    {
        var (limit, person) = Invite();
        _portal.Clock.MoveTo(limit);
        var clerk = await AtAsync(Clerk, $"/dismissals/new/{person}");
        await DraftAsync(clerk);
        await Expect(Snackbar(clerk)).ToContainTextAsync("第十八条");

        _portal.Clock.MoveTo(limit.AddDays(1));
        clerk = await AtAsync(Clerk, $"/inactivity?reached=12");
        await clerk.GetByTestId("engaged").Filter(new LocatorFilterOptions { HasText = Name }).GetByTestId("to-dismissal").ClickAsync();
        await PortalInBrowser.InteractiveAsync(clerk);
        await DraftAsync(clerk);
        await clerk.WaitForURLAsync(url => url.Contains("/dismissals/", StringComparison.Ordinal) && !url.Contains("/new/", StringComparison.Ordinal));
        var dismissal = new Uri(clerk.Url).AbsolutePath;
        await clerk.GetByTestId("notify").ClickAsync();
        await clerk.GetByTestId("why-not").Locator("summary").ClickAsync();
        await Expect(clerk.GetByTestId("why-not")).ToContainTextAsync("陈述");
        await Expect(clerk.GetByTestId("why-not")).ToContainTextAsync("第十八条");

        _portal.Clock.MoveTo(Today.AddDays(10));
        clerk = await AtAsync(Clerk, dismissal);
        await clerk.GetByTestId("propose").ClickAsync();
        await clerk.GetByTestId("effective").FillAsync(Iso(Today));
        await clerk.GetByTestId("propose-act").ClickAsync();
        await Expect(clerk.GetByTestId("propose-act")).ToHaveCountAsync(0);

        var supervisor = await AtAsync(Name, "/my/office", phone: true);
        var address = await PrintedAsync();
        var leader = await AtAsync(Leader, dismissal);
        await leader.GetByTestId("approve").ClickAsync();
        await Expect(leader.GetByTestId("approve")).ToHaveCountAsync(0);

        await supervisor.WaitForURLAsync(url => url.Contains("/signin", StringComparison.Ordinal));
        var visitor = await _portal.OpenAsync(phone: true);
        await visitor.GotoAsync(address);
        await Expect(visitor.GetByTestId("standing")).ToContainTextAsync("已失效");

        clerk = await AtAsync(Clerk, dismissal);
        await clerk.GetByTestId("why-not").Locator("summary").ClickAsync();
        await Expect(clerk.GetByTestId("why-not")).ToContainTextAsync("第十八条");
        await ReturnAllAsync(clerk, person);
        await clerk.GotoAsync(dismissal);
        await PortalInBrowser.InteractiveAsync(clerk);
        await clerk.GetByTestId("close").ClickAsync();
        await Expect(clerk.GetByTestId("close")).ToHaveCountAsync(0);
        await Expect(clerk.Locator("h1").Locator("..").Locator("..")).ToContainTextAsync("已办结");
    }

    private DateOnly Today => _portal.Clock.Today();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ILocator Snackbar(IPage page) => page.Locator(".mud-snackbar").Last;

    /// <summary>The browser of this person, signed in today, at that address.</summary>
    private async Task<IPage> AtAsync(string name, string path, bool phone = false)
    {
        var known = _browsers.GetValueOrDefault(name);
        if (known.Page is not null && known.Day == Today)
        {
            await known.Page.GotoAsync(path);
            await PortalInBrowser.InteractiveAsync(known.Page);
            return known.Page;
        }

        // What was open since another day is open to nobody any more.
        await (known.Page?.Context.CloseAsync() ?? Task.CompletedTask);
        var page = await _portal.SignInAsync(name, phone, path: path);
        _browsers[name] = (page, Today);
        return page;
    }

    /// <summary>From one page to another by its link. A button that is pressed before its page lives is pressed for nothing.</summary>
    private static async Task FollowAsync(IPage page, string from, ILocator link, string to)
    {
        await page.GotoAsync(from);
        await PortalInBrowser.InteractiveAsync(page);
        await link.ClickAsync();
        await page.WaitForURLAsync(to);
        await page.ReloadAsync();
        await PortalInBrowser.InteractiveAsync(page);
    }

    private static async Task ActAsync(IPage page, string act, string? note = null)
    {
        await page.GetByTestId($"act-{act}").ClickAsync();
        if (note is not null)
        {
            await page.GetByTestId("act-note").FillAsync(note);
        }

        await page.GetByTestId("act-submit").ClickAsync();
        await Expect(page.GetByTestId("act-panel")).ToHaveCountAsync(0);
    }

    private static async Task IsForbiddenAsync(IPage page, string act, string article)
    {
        await Expect(page.GetByTestId($"act-{act}")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId($"off-{act}")).ToContainTextAsync(article);
    }

    private static async Task CheckAsync(IPage page, EligibilityCondition condition)
    {
        await page.GetByTestId($"check-{condition}").ClickAsync();
        await page.GetByTestId("result-Met").CheckAsync();
        await page.GetByTestId("check-method").FillAsync("查询公开信息");
        await page.GetByTestId("check-submit").ClickAsync();
        await Expect(page.GetByTestId("check-panel")).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(IPage visitor)
    {
        var person = AnApplication.BornOn("1975-05-05");
        await visitor.Locator("#name").FillAsync(Name);
        await visitor.Locator("#number").FillAsync(person.IdNumber.Value);
        await visitor.Locator("#phone").FillAsync("15400000031");
        await visitor.Locator("#district").SelectOptionAsync(nameof(District.Tianyuan));
        await visitor.Locator("#work-unit").FillAsync("示例社区");
        await visitor.Locator("#occupation").FillAsync("社区工作者");
        await visitor.Locator("#group").SelectOptionAsync(nameof(SourceCategory.GrassrootsWorker));
        await visitor.Locator("#motivation").FillAsync("愿意为社保基金安全出力。");
        await visitor.Locator("[name='Input.Declared']").CheckAsync();
        await visitor.GetByTestId("send").ClickAsync();
    }

    private async Task ApproveAsync(string card, string button)
    {
        var leader = await AtAsync(Leader, "/approvals");
        var proposal = leader.GetByTestId(card).Filter(new LocatorFilterOptions { HasText = Name });
        await proposal.GetByTestId(button).ClickAsync();
        await Expect(proposal).ToHaveCountAsync(0);
    }

    /// <summary>The address that the printed card's code holds.</summary>
    private async Task<string> PrintedAsync()
    {
        var clerk = await AtAsync(Clerk, $"/cards/{Person()}");
        await clerk.GetByTestId("print-card").ClickAsync();
        return new Uri(await clerk.GetByTestId("check-address").InnerTextAsync()).AbsolutePath;
    }

    private static async Task DraftAsync(IPage clerk)
    {
        await clerk.GetByTestId("ground-InactiveOneYear").CheckAsync();
        await clerk.GetByTestId("no-good-reason").CheckAsync();
        await clerk.GetByTestId("facts").FillAsync("一年内受邀未参加，未提出线索，经了解无正当理由。");
        await clerk.GetByTestId("draft").ClickAsync();
    }

    private static async Task ReturnAllAsync(IPage clerk, PersonId person)
    {
        await clerk.GotoAsync($"/cards/{person}");
        await PortalInBrowser.InteractiveAsync(clerk);
        foreach (var certificate in new[] { "receive", "receive-letter", "receive-letter" })
        {
            var left = await clerk.GetByTestId(certificate).CountAsync();
            await clerk.GetByTestId(certificate).First.ClickAsync();
            await Expect(clerk.GetByTestId(certificate)).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Somebody whose term ends on the same day, and whom nobody renews.</summary>
    private void AddNeighbour(DateOnly termEnds)
    {
        using var db = Database();
        var person = Portal.Domain.People.Person.Citizen(PersonId.New(), Neighbour, AnApplication.BornOn("1981-01-01").IdNumber, null, null, null);
        db.AddRange(person, Appointment.FromRegister(
            AppointmentId.New(), person.Id, 1, SourceCategory.GrassrootsWorker, RecruitmentChannel.OpenRecruitment, termEnds.AddYears(-3).AddDays(1), termEnds, AppointmentState.Active, null, null, null, []));
        db.SaveChanges();
    }

    private PortalDbContext Database() => _portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    private static PersonId PersonOf(PortalDbContext db) => db.People.Single(p => p.FullName == Name).Id;

    private PersonId Person()
    {
        using var db = Database();
        return PersonOf(db);
    }

    private async Task<DateOnly> LastDayAsync()
    {
        await using var db = Database();
        var key = Guid.Parse(_notice.Split('/')[^1]);
        return (await db.Notices.SingleAsync(n => n.Id == PublicNoticeId.From(key))).LastDay!.Value;
    }

    /// <summary>The person attended something in the new term's first days, and was asked again half a year later and did not come.</summary>
    /// <returns>The last day of the year without activity.</returns>
    private (DateOnly Limit, PersonId Person) Invite()
    {
        using var db = Database();
        var person = PersonOf(db);
        foreach (var (number, on, state) in new[] { ("2099-01", Today, ParticipationState.Attended), ("2099-02", Today.AddMonths(6), ParticipationState.Absent) })
        {
            var activity = Activity.FromRegister(ActivityId.New(), number, "例会", ActivityKind.Meeting, null, on, 10, true, false, [], ActivityState.Completed, null);
            db.AddRange(activity, Participation.FromRegister(ParticipationId.New(), activity.Id, person, state));
        }

        db.SaveChanges();
        return (Today.AddYears(1), person);
    }
}
