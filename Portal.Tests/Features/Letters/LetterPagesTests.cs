using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Credentials;
using Portal.Features.Documents;
using Portal.Features.Letters;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Letters;

public sealed class LetterPagesTests : FeaturePages
{
    private readonly PersonId _person;
    private readonly AgencyId _agency;

    public LetterPagesTests()
    {
        _person = Office.Supervisor("谭示安", card: "ZZ-2025-0001");
        _agency = Office.Agency("AG04", "工伤保险经办机构（演示）");
    }

    private LetterService Letters => Services.GetRequiredService<LetterService>();

    [Fact]
    public void A_letter_is_prepared_and_its_page_opens()
    {
        As(PortalRole.Administrator);
        Office.Supervisor("无证例");
        var page = At<NewLetter>("/letters/new");
        Assert.True(page.Find("[data-testid=bearer][data-name=无证例]").HasAttribute("disabled"));

        page.Find("[data-testid=submit]").Click();
        Assert.Contains("请选择前往单位", page.Markup, StringComparison.Ordinal);
        page.Find("[data-testid=agency]").Change(_agency.Value.ToString());
        page.Find("[data-testid=submit]").Click();
        Assert.Contains("介绍信须写明持信人（第十二条）", page.Find("#bearers-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=bearer][data-name=谭示安]").Change(true);
        page.Find("[data-testid=submit]").Click();
        Assert.Contains("请写明前往办理的事项（第十二条）", page.Find("#matter-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=matter]").Input("查阅台账");
        page.Find("[data-testid=submit]").Click();

        var letter = Office.Read(db => db.IntroductionLetters.Single());
        Assert.Equal((LetterState.Draft, "查阅台账"), (letter.State, letter.Matter));
        Assert.EndsWith($"/letters/{letter.Id}", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_fills_the_letter_it_asks_for()
    {
        As(PortalRole.Administrator);
        var activity = Activity.FromRegister(
            ActivityId.New(), "2026-31", "工伤待遇现场监督", ActivityKind.Supervision, SupervisionMode.OpenVisit, SmallOffice.Today.AddDays(3), 30, mandatory: true, requiresDocumentAccess: true, [_agency],
            ActivityState.Published, null);
        Office.Change(db => db.Activities.Add(activity));
        Office.Invite(activity.Id, _person);

        var page = At<NewLetter>($"/letters/new?activity={activity.Id}&agency={_agency}");

        Assert.Equal("工伤待遇现场监督", page.Find("[data-testid=matter]").GetAttribute("value"));
        Assert.Equal("2026-11-26", page.Find("[data-testid=from]").GetAttribute("value"));
        Assert.True(page.Find("[data-testid=bearer][data-name=谭示安]").HasAttribute("checked"));
        page.Find("[data-testid=submit]").Click();
        Assert.Equal(activity.Id, Office.Read(db => db.IntroductionLetters.Single().Activity));
    }

    [Fact]
    public async Task Printed_is_the_document_under_its_serial_and_nothing_that_was_not_issued()
    {
        As(PortalRole.Administrator);
        var id = await PrepareAsync();
        Assert.Empty(At<LetterDetail>($"/letters/{id}", id.Value).FindAll("[data-testid=print], [data-testid=paper]"));
        await IssueAsync(id);

        var page = At<LetterDetail>($"/letters/{id}", id.Value);

        var document = Office.Read(db => db.IssuedDocuments.Single());
        Assert.Equal($"/documents/{document.Id}/print", page.Find("[data-testid=print]").GetAttribute("href"));
        Assert.Equal($"/documents/{document.Id}", page.Find("[data-testid=paper] a").GetAttribute("href"));
        var sheet = At<PrintDocument>($"/documents/{document.Id}/print", document.Id.Value);
        Assert.Contains("兹介绍特邀社会监督员 谭示安（证号 ZZ-2025-0001），前往你单位 查阅台账，请予接洽。", sheet.Find("[data-testid=official-text]").TextContent, StringComparison.Ordinal);
        Assert.Contains("持 信 人：谭示安（证号 ZZ-2025-0001）", sheet.Find("[data-testid=stub]").TextContent, StringComparison.Ordinal);
        Assert.Contains("JS-2026-0001", sheet.Find("[data-testid=tear]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/letters/{id.Value}", At<DocumentDetail>($"/documents/{document.Id}", document.Id.Value).Find("[data-testid=matter]").GetAttribute("href"));
    }

    [Fact]
    public async Task Revoked_it_is_printed_no_more_and_its_document_says_that_it_is_void()
    {
        As(PortalRole.Administrator);
        var id = await PrepareAsync();
        await IssueAsync(id);
        await Letters.RevokeAsync(id, Version, "活动改期", Cancel);

        var page = At<LetterDetail>($"/letters/{id}", id.Value);

        Assert.Empty(page.FindAll("[data-testid=print]"));
        Assert.Contains("已作废", page.Find("[data-testid=paper]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_from_before_documents_were_issued_says_that_there_is_no_paper_of_it()
    {
        As(PortalRole.Administrator);
        var id = await PrepareAsync();
        await IssueAsync(id);
        Office.Change(db => db.IssuedDocuments.ExecuteDelete());

        var page = At<LetterDetail>($"/letters/{id}", id.Value);

        Assert.Empty(page.FindAll("[data-testid=print]"));
        Assert.Contains("签发时平台尚未出具文书", page.Find("[data-testid=paper]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_out_on_a_phone_it_says_what_the_paper_says_whatever_is_called_otherwise_since()
    {
        using var desk = Desk();
        var letters = desk.GetRequiredService<LetterService>();
        var id = await PrepareAsync(letters);
        await letters.IssueAsync(id, Version, Cancel);
        Office.Change(db => db.Add(new SettingRow { Key = nameof(OfficeSettings.OrgAuthorityName), Value = "某市人社局", ChangedAt = Office.Clock.GetUtcNow() }));
        As(_person);

        var paper = At<ShowLetter>($"/my/letters/{id}", id.Value).Find("[data-testid=shown-paper]");

        var document = Office.Read(db => db.IssuedDocuments.Single());
        Assert.Equal(document.Text.Split('\n'), paper.QuerySelectorAll("p").SkipLast(1).Select(p => p.TextContent));
        Assert.Equal("株洲市人力资源和社会保障局2026年11月23日", paper.QuerySelector(".shown-sign")!.TextContent);

        Office.Change(db => db.IssuedDocuments.ExecuteDelete());
        Assert.Contains("以加盖公章的纸质介绍信为准", At<ShowLetter>($"/my/letters/{id}", id.Value).Find("[data-testid=no-paper]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bearer_reads_why_a_letter_was_revoked()
    {
        using var desk = Desk();
        var letters = desk.GetRequiredService<LetterService>();
        var id = await PrepareAsync(letters);
        await letters.IssueAsync(id, Version, Cancel);
        await letters.RevokeAsync(id, Version, "活动改期", Cancel);
        As(_person);

        Assert.Equal("撤销理由：活动改期", At<MyOffice>("/my/office").Find("[data-testid=my-letter-revoked]").TextContent);
        Assert.Equal("撤销理由：活动改期", At<ShowLetter>($"/my/letters/{id}", id.Value).Find("[data-testid=revoked]").TextContent);
    }

    [Fact]
    public async Task The_page_of_a_letter_offers_what_is_possible_and_says_why_the_rest_is_not()
    {
        As(PortalRole.Administrator);
        var id = await PrepareAsync(sensitive: true);

        var page = At<LetterDetail>($"/letters/{id}", id.Value);

        Assert.Empty(page.FindAll("[data-testid=issue], [data-testid=print], [data-testid=use], [data-testid=approve]"));
        Assert.Contains("须由局领导批准", page.Find("[data-testid=off-Issue]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=revoke]").Click();
        page.Find("[data-testid=reason]").Input("不再需要");
        page.Find("[data-testid=reason-act]").Click();
        Assert.Equal(LetterState.Revoked, Office.Read(db => db.IntroductionLetters.Single().State));
        Assert.NotEmpty(page.FindAll("[data-testid=like]"));
    }

    private int Version => Office.Read(db => db.IntroductionLetters.Single().Version);

    private Task IssueAsync(IntroductionLetterId id) => Letters.IssueAsync(id, Version, Cancel);

    /// <summary>The clerk's services, where the page is somebody else's.</summary>
    private ServiceProvider Desk() => PortalServices.For(Office.Staff(PortalRole.Administrator), Office.Db, Office.Db.Pulse, Office.Clock);

    private Task<IntroductionLetterId> PrepareAsync(bool sensitive = false) => PrepareAsync(Letters, sensitive);

    private Task<IntroductionLetterId> PrepareAsync(LetterService letters, bool sensitive = false) => letters.PrepareAsync(
        new LetterForm { Agency = _agency.Value, Bearers = [_person.Value], Matter = "查阅台账", From = SmallOffice.Today, To = SmallOffice.Today, Sensitive = sensitive }, Cancel);
}
