using Bunit;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Approvals;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class RecruitmentApprovalsTests : FeaturePages
{
    private readonly Selection _selection;

    public RecruitmentApprovalsTests() => _selection = new Selection(Office);

    [Fact]
    public async Task A_proposed_notice_stands_on_the_page_of_approvals_and_is_approved_in_place()
    {
        var person = await _selection.PassedAsync();
        var clerk = _selection.As<NoticeService>(_selection.Clerk);
        var id = await clerk.PrepareAsync(_selection.Batch, new NoticeForm { Title = "拟聘人选公示", Text = "现予公示。", People = [person.Value] }, Cancel);
        await clerk.ProposeAsync(id, _selection.Version(id), Cancel);
        As(PortalRole.Leadership);
        var page = Render<ApprovalDesk>();
        Assert.Contains("拟聘人选公示", page.Find("[data-testid=recruitment-proposal]").TextContent, StringComparison.Ordinal);
        Assert.Contains("示例学校", page.Find("[data-testid=sheet]").TextContent, StringComparison.Ordinal);
        Assert.Equal("联系方式：社保基金监督和审计科。", page.Find("[data-testid=contact]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=no-approvals]"));

        page.Find("[data-testid=approve]").Click();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=no-approvals]")));
        Assert.Equal(NoticeState.Published, _selection.Stored(id).State);
    }

    [Fact]
    public async Task A_notice_is_prepared_from_those_who_passed_with_its_text_filled_in()
    {
        await _selection.PassedAsync();
        As(PortalRole.Administrator);
        Address.NavigateTo($"/recruitment/{_selection.Batch}/notice");
        var page = Render<EditNotice>(p => p.Add(n => n.Batch, _selection.Batch.Value));
        Assert.Contains("拟聘请 1 名同志", page.Find("[data-testid=text]").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("2026年11月30日", page.Find("[data-testid=days]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=text]").Input("联系人 15400000031");
        page.Find("form").Submit();
        Assert.Contains("像证件号码或电话号码", page.Find("#text-error").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=text]").Input("现予公示。");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("/recruitment/notices/", Address.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_reads_a_notice_on_paper_knows_where_to_turn()
    {
        Set(nameof(OfficeSettings.OrgSectionName), "基金监督科");
        Set(nameof(OfficeSettings.OrgTelephone), "15400000088");
        var id = await _selection.PublishedAsync(await _selection.PassedAsync());
        As(PortalRole.Administrator);

        Assert.Equal("联系方式：基金监督科，15400000088。", At<NoticePrint>($"/recruitment/notices/{id}/print", id.Value).Find("[data-testid=contact]").TextContent);
        await _selection.PassedAsync(Selection.OtherOu, "甘示白");
        Address.NavigateTo($"/recruitment/{_selection.Batch}/notice");
        var desk = Render<EditNotice>(p => p.Add(n => n.Batch, _selection.Batch.Value));
        Assert.Contains("网上方式向基金监督科反映", desk.Find("[data-testid=text]").GetAttribute("value"), StringComparison.Ordinal);
        // The section's own number is nobody's personal one.
        desk.Find("[data-testid=text]").Input("联系电话 15400000088");
        desk.Find("form").Submit();
        desk.WaitForAssertion(() => Assert.Contains("/recruitment/notices/", Address.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_says_how_its_days_were_counted()
    {
        var person = await _selection.PassedAsync();
        var id = await _selection.PublishedAsync(person);
        As(PortalRole.Leadership);

        var page = At<NoticeDetail>($"/recruitment/notices/{id}", id.Value);

        var how = page.Find("[data-testid=how]").TextContent;
        Assert.Contains("5个自然日，至2026年11月28日", how, StringComparison.Ordinal);
        Assert.Contains("遇休息日2天，顺延至2026年11月30日", how, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=acts]"));
    }

    [Fact]
    public async Task An_objection_is_handled_on_its_page()
    {
        var person = await _selection.PassedAsync();
        var notice = await _selection.PublishedAsync(person);
        var id = await _selection.ObjectedAsync(notice, person);
        As(PortalRole.Administrator);
        var page = At<ObjectionDetail>($"/objections/{id}", id.Value);
        Assert.Equal("邻例居", page.Find("[data-testid=objector]").TextContent);

        page.Find("[data-testid=act-Accept]").Click();
        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=act-Dismiss]")));
        Assert.Equal(ObjectionState.Investigating, _selection.Stored(id).State);
    }

    [Fact]
    public void Every_act_has_words()
    {
        var keys = Enum.GetNames<NoticeAct>().Select(a => $"Notice_{a}").Concat(Enum.GetNames<ObjectionAct>().Select(a => $"Objection_{a}")).SelectMany(k => new[] { k, $"{k}_Lead" });

        Assert.All(keys, key => Assert.False(string.IsNullOrWhiteSpace(RecruitmentText.ResourceManager.GetString(key, System.Globalization.CultureInfo.InvariantCulture)), key));
    }

    private void Set(string setting, string value) => Office.Change(db => db.Settings.Add(new SettingRow { Key = setting, Value = value, ChangedAt = Office.Clock.GetUtcNow() }));
}
