using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Features.Findings.Mine;
using Portal.Tests.Features.Dashboards.Supervisor;
using static Portal.Tests.Features.Dashboards.Supervisor.TwoSupervisors;

namespace Portal.Tests.Features.Findings.Mine;

public sealed class NewFindingTests : MyPagesContext
{
    [Fact]
    public void Each_step_says_what_is_missing_next_to_its_field_with_the_article()
    {
        Act(Rows.Me);
        var page = Render<NewFinding>();

        Next(page);
        Assert.Contains("第十四条", page.Find("#unit-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=unit]").Change("on");
        Assert.Equal("", page.Find("#unit-error").TextContent);
        Next(page);
        Next(page);
        Assert.Contains("第十四条", page.Find("#category-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=category-Service]").Change("on");
        Next(page);
        Next(page);
        Assert.Contains("第十四条", page.Find("#story-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("[data-testid=story]").GetAttribute("aria-invalid"));
        page.Find("[data-testid=story]").Input(new string('长', Finding.TextLength + 3));
        Next(page);
        Assert.Contains("多了 3 个字", page.Find("#story-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=story]").Input("窗口排队超过一小时");
        Next(page);
        Send(page);
        Assert.Contains("第八条", page.Find("#secrecy-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, Rows.Read(db => db.Findings.Count()));
    }

    [Fact]
    public void A_unit_that_is_not_on_the_list_has_to_be_named()
    {
        Act(Rows.Me);
        var page = Render<NewFinding>();
        page.Find("[data-testid=unit-other]").Change("on");

        Next(page);

        Assert.Contains("第十四条", page.Find("#other-unit-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=other-unit]").Input("某银行网点");
        Next(page);
        Assert.NotNull(page.Find("[data-testid=step-Kind]"));
    }

    [Fact]
    public void A_unit_that_the_person_is_recused_from_cannot_be_chosen_and_says_why()
    {
        Rows.Recuse(Rows.Me, RecusalMatter.Of(Rows.Injury));
        Act(Rows.Me);

        var units = Render<NewFinding>().FindAll("[data-testid=unit]");

        Assert.Equal([false, true], units.Select(u => u.HasAttribute("disabled")));
        Assert.Contains("第十一条", units[1].ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Co_authors_are_found_by_name_named_again_before_sending_and_kept_in_the_draft()
    {
        Rows.Appoint(Rows.Other);
        Act(Rows.Me);
        var page = Render<NewFinding>();
        page.Find("[data-testid=unit]").Change("on");
        Next(page);
        page.Find("[data-testid=category-Service]").Change("on");
        Next(page);
        page.Find("[data-testid=story]").Input("窗口排队超过一小时");

        page.Find("[data-testid=co-author-find]").Input("没有这个人");
        Assert.NotEmpty(page.FindAll("[data-testid=co-author-none]"));
        page.Find("[data-testid=co-author-find]").Input("罗");
        page.Find("[data-testid=co-author]").Change(true);
        Assert.Equal("已选 1 人", page.Find("[data-testid=co-author-count]").TextContent);
        Next(page);

        Assert.Equal("罗例清", page.Find("[data-testid=confirm-co-authors]").TextContent);
        Assert.Equal([Rows.Other.Value], (await Kept())!.CoAuthors);
        page.Find("[data-testid=secrecy]").Change(true);
        Send(page);
        Assert.Equal(Rows.Other, Rows.Read(db => db.Findings.AsSplitQuery().Single().CoAuthors.Single().Person));
    }

    [Fact]
    public async Task A_sent_finding_leads_to_its_receipt_and_leaves_no_draft()
    {
        Act(Rows.Me);
        var page = Filled();

        Send(page);

        var id = Rows.Read(db => db.Findings.AsSplitQuery().Single().Id);
        Assert.Equal($"my/findings/{id.Value}/receipt", Address);
        Assert.Null(await Rows.Drafts(Rows.Me).LoadAsync<FindingForm>(DraftNames.Finding, Stop));
    }

    [Fact]
    public async Task What_was_written_over_a_form_that_had_arrived_is_said_and_becomes_a_finding_of_its_own()
    {
        Act(Rows.Me);
        var page = Filled();
        var arrived = (await Kept())!;
        (arrived.Text, arrived.SecrecyConfirmed) = ("在另一页上写的", true);
        await Rows.Findings(Rows.Me).SubmitAsync(arrived, Stop);

        Send(page);

        Assert.Contains("WT-2026-0001", Told, StringComparison.Ordinal);
        Assert.Equal(1, Rows.Read(db => db.Findings.Count()));
        Send(page);
        Assert.Equal(["在另一页上写的", "窗口排队超过一小时"], Rows.Read(db => db.Findings.OrderBy(f => f.Number).Select(f => f.Text).ToList()));
    }

    [Fact]
    public void A_refusal_loses_nothing_and_goes_back_to_the_step_that_no_longer_holds()
    {
        Act(Rows.Me);
        var page = Filled();
        Rows.Recuse(Rows.Me, RecusalMatter.Of(Rows.Pension));

        Send(page);

        Assert.Contains("第十一条", Told, StringComparison.Ordinal);
        Assert.Contains("第十一条", page.Find("#unit-error").TextContent, StringComparison.Ordinal);
        page.FindAll("[data-testid=unit]")[1].Change("on");
        Next(page);
        Next(page);
        Assert.Equal("窗口排队超过一小时", page.Find("[data-testid=story]").GetAttribute("value"));
    }

    [Fact]
    public async Task The_draft_is_kept_on_every_step_and_when_the_page_goes_away()
    {
        Act(Rows.Me);
        var page = Render<NewFinding>();
        page.Find("[data-testid=unit]").Change("on");
        Next(page);
        Assert.Equal(FindingStep.Kind, (await Kept())!.Step);
        page.Find("[data-testid=category-Service]").Change("on");
        Assert.Null((await Kept())!.Category);

        await DisposeComponentsAsync();

        Assert.Equal(FindingCategory.Service, (await Kept())!.Category);
    }

    [Fact]
    public async Task An_interrupted_form_is_found_again_and_can_be_cleared()
    {
        await Rows.Drafts(Rows.Me).SaveAsync(DraftNames.Finding, new FindingForm { Step = FindingStep.Story, Agency = Rows.Pension.Value, Category = FindingCategory.Service, Text = "写到一半" }, Stop);
        Act(Rows.Me);

        var page = Render<NewFinding>();

        Assert.Contains("已为您保留", page.Find("[data-testid=restored]").TextContent, StringComparison.Ordinal);
        Assert.Equal("写到一半", page.Find("[data-testid=story]").GetAttribute("value"));
        page.Find("[data-testid=start-over]").Click();
        page.WaitForElement("[data-testid=step-Unit]");
        Assert.Empty(page.FindAll("[data-testid=restored]"));
        Assert.Null(await Kept());
    }

    [Fact]
    public async Task A_draft_is_its_authors_own()
    {
        await Rows.Drafts(Rows.Other).SaveAsync(DraftNames.Finding, new FindingForm { Text = "别人写到一半" }, Stop);
        Act(Rows.Me);

        Assert.Empty(Render<NewFinding>().FindAll("[data-testid=restored]"));
    }

    [Fact]
    public void While_it_is_sent_the_buttons_are_off()
    {
        var held = new HeldUp(Rows.Me);
        Act(held.Guard(), Rows.Me);
        var page = Filled();
        held.Hold = new TaskCompletionSource();

        page.Find("form").Submit();

        Assert.True(page.Find("[data-testid=submit]").HasAttribute("disabled"));
        Assert.True(page.Find("[data-testid=back]").HasAttribute("disabled"));
        page.Find("form").Submit();
        held.Hold.SetResult();
        page.WaitForState(() => Address.EndsWith("/receipt", StringComparison.Ordinal));
        Assert.Equal(1, Rows.Read(db => db.Findings.Count()));
    }

    private static void Next(IRenderedComponent<NewFinding> page)
    {
        var step = page.Find("h2.step-title").GetAttribute("data-testid");
        page.Find("form").Submit();
        page.WaitForState(() => page.Find("h2.step-title").GetAttribute("data-testid") != step || page.FindAll(".field-error").Any(e => e.TextContent.Length > 0));
    }

    private static void Send(IRenderedComponent<NewFinding> page)
    {
        page.Find("form").Submit();
        page.WaitForState(() => page.FindAll("[data-testid=submit]").All(b => !b.HasAttribute("disabled")));
    }

    private Task<FindingForm?> Kept() => Rows.Drafts(Rows.Me).LoadAsync<FindingForm>(DraftNames.Finding, Stop);

    private IRenderedComponent<NewFinding> Filled()
    {
        var page = Render<NewFinding>();
        page.Find("[data-testid=unit]").Change("on");
        Next(page);
        page.Find("[data-testid=category-Service]").Change("on");
        Next(page);
        page.Find("[data-testid=story]").Input("窗口排队超过一小时");
        Next(page);
        page.Find("[data-testid=secrecy]").Change(true);
        return page;
    }
}
