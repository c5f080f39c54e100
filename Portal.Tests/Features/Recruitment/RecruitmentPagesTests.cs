using Bunit;
using Portal.Access;
using Portal.Domain.Recruitment;
using Portal.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recruitment;

public sealed class RecruitmentPagesTests : FeaturePages
{
    private readonly Selection _selection;

    public RecruitmentPagesTests() => _selection = new Selection(Office);

    [Fact]
    public async Task An_application_shows_numbers_masked_and_says_why_an_act_is_not_possible()
    {
        var id = await _selection.EnteredAsync(Selection.TooYoung, "甘例白");
        As(PortalRole.Administrator);

        var page = At<ApplicationDetail>($"/recruitment/applications/{id}", id.Value);

        Assert.Equal("9****************8", page.Find("[data-testid=number]").TextContent);
        Assert.Equal("154****0031", page.Find("[data-testid=phone]").TextContent);
        Assert.DoesNotContain(Selection.TooYoung, page.Markup, StringComparison.Ordinal);
        Assert.Contains("24周岁", page.Find("[data-testid=age]").TextContent, StringComparison.Ordinal);
        Assert.Contains("不能这样办理", page.Find("[data-testid=off-ProposePass]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=check-Age]"));
    }

    [Fact]
    public async Task A_condition_is_checked_on_the_page()
    {
        var id = await _selection.EnteredAsync();
        await _selection.As<ApplicationService>(_selection.Clerk).StartReviewAsync(id, _selection.Version(id), Cancel);
        As(PortalRole.Administrator);
        var page = At<ApplicationDetail>($"/recruitment/applications/{id}", id.Value);

        page.Find("[data-testid=check-NoCriminalRecord]").Click();
        page.Find("[data-testid=result-NotMet]").Change(true);
        page.Find("[data-testid=check-method]").Input("公安机关函");
        page.Find("[data-testid=check-panel]").Submit();
        Assert.Contains("请写明理由", page.Find("#check-note-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=check-note]").Input("有处罚记录");
        page.Find("[data-testid=check-panel]").Submit();

        page.WaitForAssertion(() => Assert.Contains("不符合", page.Find("[data-testid=condition-NoCriminalRecord] [data-testid=result]").TextContent, StringComparison.Ordinal));
        Assert.Equal(ConditionResult.NotMet, _selection.Stored(id).CheckOf(EligibilityCondition.NoCriminalRecord)!.Result);
    }

    [Fact]
    public async Task An_act_is_done_on_the_page_and_its_reason_is_asked_for()
    {
        var id = await _selection.EnteredAsync();
        As(PortalRole.Administrator);
        var page = At<ApplicationDetail>($"/recruitment/applications/{id}", id.Value);

        page.Find("[data-testid=act-Return]").Click();
        page.Find("[data-testid=act-panel] form").Submit();
        Assert.NotEqual("", page.Find("#act-note-error").TextContent);
        page.Find("[data-testid=act-note]").Input("请补充工作单位");
        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=supplement-by]")));
        Assert.Equal((ApplicationState.ReturnedForSupplement, SmallOffice.Today.AddDays(7)), (_selection.Stored(id).State, _selection.Stored(id).SupplementBy));
    }

    [Fact]
    public async Task A_batch_shows_who_applied_and_warns_of_groups_without_anybody()
    {
        var id = await _selection.EnteredAsync();
        As(PortalRole.Leadership);

        var page = At<BatchDetail>($"/recruitment/{_selection.Batch}", _selection.Batch.Value);

        Assert.Contains($"/recruitment/applications/{id}", page.Find("[data-testid=applications]").InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[data-testid=empty-GrassrootsWorker]"));
        Assert.Empty(page.FindAll("[data-testid=empty-PublicRepresentative]"));
        Assert.Empty(page.FindAll("[data-testid=acts], [data-testid=enter]"));
    }

    [Fact]
    public async Task What_a_clerk_typed_stays_when_it_is_refused()
    {
        await _selection.EnteredAsync();
        Office.Change(db => db.Add(new Portal.Data.SettingRow { Key = "RejectUnassignedArea", Value = bool.FalseString, ChangedAt = Office.Clock.GetUtcNow() }));
        As(PortalRole.Administrator);
        var page = At<EnterApplication>($"/recruitment/{_selection.Batch}/enter", _selection.Batch.Value);
        page.Find("[data-testid=channel-OpenRecruitment]").Change(true);
        page.Find("[data-testid=name]").Input("欧示诺");
        page.Find("[data-testid=number]").Input("99020419860102552");
        page.Find("[data-testid=phone]").Input("15400000031");
        page.Find("[data-testid=district]").Change("Shifeng");
        page.Find("[data-testid=group]").Change("PublicRepresentative");
        page.Find("[data-testid=motivation]").Input("愿意监督");
        page.Find("[data-testid=declared]").Change(true);
        page.Find("form").Submit();
        Assert.Contains("应为十八位", page.Find("#number-error").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=number]").Input(Selection.Ou);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains(Told, m => m!.Contains("已有一份正在办理的报名", StringComparison.Ordinal)));
        Assert.Equal("欧示诺", page.Find("[data-testid=name]").GetAttribute("value"));
    }

    [Fact]
    public void Every_act_has_words_in_both_languages()
    {
        var keys = Enum.GetNames<BatchAct>().SelectMany(a => new[] { $"Batch_{a}", $"Batch_{a}_Lead" })
            .Concat(Enum.GetNames<ApplicationAct>().SelectMany(a => new[] { $"Application_{a}", $"Application_{a}_Lead" }))
            .Concat(EligibilityConditions.All.Select(c => $"Item_{c.Article().Item}"));

        Assert.All(keys, key => Assert.False(string.IsNullOrWhiteSpace(RecruitmentText.ResourceManager.GetString(key, System.Globalization.CultureInfo.InvariantCulture)), key));
    }
}
