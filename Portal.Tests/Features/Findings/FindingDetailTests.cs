using Bunit;
using Portal.Audit;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Features.Findings;

namespace Portal.Tests.Features.Findings;

public sealed class FindingDetailTests : FindingPages
{
    [Fact]
    public void The_next_act_is_the_only_filled_button_and_the_impossible_ones_say_why()
    {
        var page = Open(Office.File("WT-2026-0001"));

        Assert.Equal("受理登记", Assert.Single(page.FindAll(".btn-filled")).TextContent);
        Assert.Equal(["退回补充", "并案", "不予受理"], page.FindAll("[data-testid=acts] button").Select(b => b.TextContent));
        // One quiet list, folded: what can be done is not outweighed by what cannot.
        Assert.False(Assert.Single(page.FindAll("[data-testid=acts] details")).HasAttribute("open"));
        Assert.Equal("为什么有些事现在不能办（12 项）", page.Find("[data-testid=why-not] summary").TextContent);
        Assert.Equal(12, page.FindAll("[data-testid=why-not] dd").Count);
        Assert.Equal("线索现为“待受理”，不能办理“办结”（第十四条）。", page.Find("[data-testid=off-Close]").TextContent);
        Assert.StartsWith("内部时限（可调）：受理登记 3 个工作日，最后一天 2026-11-26，还剩 3 天", page.Find("[data-testid=limit] summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Registering_is_done_in_place_and_the_page_moves_on()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);

        page.Find("[data-testid=act-Register]").Click();
        Assert.Equal("受理登记", Assert.Single(page.FindAll(".btn-filled")).TextContent);
        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.Equal("开展调查", Assert.Single(page.FindAll(".btn-filled")).TextContent));
        Assert.Empty(page.FindAll("[data-testid=act-panel]"));
        Assert.Equal(FindingState.Registered, Office.Stored(id).State);
        Assert.Equal(["受理登记", "提交线索"], page.FindAll(".timeline-title").Select(t => t.TextContent));
    }

    [Fact]
    public void An_empty_field_is_named_beside_it_with_its_article_and_nothing_is_sent()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);
        page.Find("[data-testid=act-NotAccept]").Click();

        page.Find("[data-testid=act-panel] form").Submit();

        Assert.Contains("（第十四条）", page.Find("#act-note-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#act-note").GetAttribute("aria-invalid"));
        Assert.Equal(FindingState.Submitted, Office.Stored(id).State);
    }

    [Fact]
    public async Task What_was_typed_survives_a_refusal_because_somebody_acted_first()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);
        page.Find("[data-testid=act-NotAccept]").Click();
        page.Find("#act-note").Input("超出监督范围");
        await Office.Handling(Office.OtherClerk).RequestInfoAsync(id, Office.VersionOf(id), "请补充", Stop);

        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.Contains("线索现为“待补充”", page.Find("[data-testid=act-impossible]").TextContent, StringComparison.Ordinal));
        Assert.Contains(Told, m => m.Contains("别人已经修改", StringComparison.Ordinal));
        Assert.Equal("超出监督范围", page.Find("#act-note").GetAttribute("value"));
        Assert.True(page.Find("[data-testid=act-submit]").HasAttribute("disabled"));
        Assert.Equal(FindingState.NeedsInfo, Office.Stored(id).State);
    }

    [Fact]
    public async Task A_button_that_is_off_and_pressed_all_the_same_does_nothing_and_is_on_record()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);
        page.Find("[data-testid=act-NotAccept]").Click();
        page.Find("#act-note").Input("超出监督范围");
        await Office.Handling(Office.OtherClerk).RequestInfoAsync(id, Office.VersionOf(id), "请补充", Stop);
        Changed();
        page.WaitForAssertion(() => Assert.True(page.Find("[data-testid=act-submit]").HasAttribute("disabled")));
        var before = (Office.VersionOf(id), Denied: Denials());

        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.Equal(before.Denied + 1, Denials()));
        Assert.Equal(FindingState.NeedsInfo, Office.Stored(id).State);
        Assert.Equal(before.Item1, Office.VersionOf(id));
        Assert.Equal("超出监督范围", page.Find("#act-note").GetAttribute("value"));

        int Denials()
        {
            using var db = Office.Db.CreateDbContext();
            return db.AuditEntries.Count(e => e.Outcome == AuditOutcome.Denied && e.ObjectId == id.Value.ToString());
        }
    }

    [Fact]
    public async Task The_page_follows_others_without_losing_what_is_typed()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);
        page.Find("[data-testid=act-RequestInfo]").Click();
        page.Find("#act-note").Input("请写明日期");
        await Office.Handling(Office.OtherClerk).RegisterAsync(id, Office.VersionOf(id), Stop);

        Changed();

        page.WaitForAssertion(() => Assert.Contains("已受理", page.Find("[data-testid=state]").TextContent, StringComparison.Ordinal));
        Assert.Equal("请写明日期", page.Find("#act-note").GetAttribute("value"));
        Assert.NotNull(page.Find("[data-testid=act-impossible]"));
    }

    [Fact]
    public void A_draft_is_kept_for_the_act_and_found_again()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);
        page.Find("[data-testid=act-NotAccept]").Click();
        page.Find("#act-note").Input("超出监督范围");
        Office.Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Equal("已自动保存", page.Find("[data-testid=draft-saved]").TextContent));

        var again = Render<FindingDetail>(p => p.Add(d => d.Key, id.Value));
        again.Find("[data-testid=act-NotAccept]").Click();

        again.WaitForAssertion(() => Assert.Equal("超出监督范围", again.Find("#act-note").GetAttribute("value")));
        again.Find("[data-testid=act-RequestInfo]").Click();
        Assert.Equal("", again.Find("#act-note").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task The_deadline_is_proposed_counted_and_explained_while_it_is_typed()
    {
        var id = await Office.InvestigatingAsync("WT-2026-0001");
        await Office.Handling(Office.Clerk).ConcludeAsync(id, Office.VersionOf(id), FindingConclusion.Substantiated, "属实", true, null, false, Stop);
        var page = Open(id);
        page.Find("[data-testid=act-OrderRectification]").Click();

        Assert.Equal("2026-12-23", page.Find("#act-deadline").GetAttribute("value"));
        Assert.Contains("30 个自然日", How(page), StringComparison.Ordinal);

        // 5 days from Monday end on Saturday and roll on to Monday.
        page.Find("#act-days").Input("5");
        Assert.Equal("2026-11-30", page.Find("#act-deadline").GetAttribute("value"));
        Assert.Contains("顺延至2026年11月30日（周一）", How(page), StringComparison.Ordinal);

        page.Find("#act-deadline").Change("2026-11-29");
        Assert.Contains("所选日期是休息日", How(page), StringComparison.Ordinal);

        page.Find("#act-deadline").Change("2026-11-23");
        page.Find("#act-note").Input("增开窗口");
        page.Find("[data-testid=act-panel] form").Submit();
        Assert.Contains("必须晚于2026年11月23日", page.Find("#act-deadline-error").TextContent, StringComparison.Ordinal);
        Assert.Null(Office.Stored(id).Rectification);

        page.Find("#act-deadline").Change("2026-12-01");
        page.Find("[data-testid=act-panel] form").Submit();
        page.WaitForAssertion(() => Assert.Contains("还剩 8 天", page.Find("[data-testid=standing]").TextContent, StringComparison.Ordinal));
        Assert.Contains("承办人将期限定为2026年12月1日", page.Find("[data-testid=how]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_loss_says_before_it_is_sent_that_it_goes_to_leadership()
    {
        var id = await Office.InvestigatingAsync("WT-2026-0001");
        var page = Open(id);
        page.Find("[data-testid=act-Conclude]").Click();
        page.Find("[data-testid=conclusion-Substantiated]").Change(true);
        page.Find("[data-testid=act-loss]").Input("abc");
        page.Find("#act-note").Input("多付待遇");
        page.Find("[data-testid=act-panel] form").Submit();
        Assert.NotEqual("", page.Find("#act-loss-error").TextContent);
        Assert.NotEqual("", page.Find("#act-violation-error").TextContent);

        page.Find("[data-testid=violation-yes]").Change(true);
        page.Find("[data-testid=act-loss]").Input("100000");
        Assert.Equal("报局领导审批", page.Find("[data-testid=act-submit]").TextContent);
        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=proposal]")));
        Assert.Empty(page.FindAll("[data-testid=approve]"));
        Assert.Empty(page.FindAll(".btn-filled"));
        Assert.Equal(100_000m, Office.Stored(id).Proposal!.LossAmount);
    }

    [Fact]
    public void A_number_that_does_not_exist_is_said_beside_the_field()
    {
        var page = Open(Office.File("WT-2026-0001"));
        page.Find("[data-testid=act-Merge]").Click();
        page.Find("#act-master").Input("WT-2026-9999");
        page.Find("#act-note").Input("同一事项");

        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual("", page.Find("#act-master-error").TextContent));
        Assert.Equal("同一事项", page.Find("#act-note").GetAttribute("value"));
    }

    [Fact]
    public async Task A_finding_whose_author_was_answered_takes_no_other_in_and_says_so_beside_the_field()
    {
        await Office.FedBackAsync("WT-2026-0001");
        var page = Open(Office.File("WT-2026-0002"));
        page.Find("[data-testid=act-Merge]").Click();
        Assert.Empty(page.FindAll("#act-related option"));
        page.Find("#act-master").Input("WT-2026-0001");
        page.Find("#act-note").Input("同一事项");

        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.StartsWith("该线索现为“已反馈”，不会再向提出人反馈", page.Find("#act-master-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("同一事项", page.Find("#act-note").GetAttribute("value"));
    }

    [Fact]
    public void What_the_register_brought_without_a_handler_gets_one_on_its_page()
    {
        var id = Office.FileRegistered("WT-2026-0001", FindingState.RectificationOrdered, Office.Today.AddDays(10));
        var page = Open(id);
        page.Find("[data-testid=act-AssignHandler]").Click();
        page.Find("[data-testid=act-panel] form").Submit();
        Assert.NotEqual("", page.Find("#act-handler-error").TextContent);

        page.Find("#act-handler").Change(Office.OtherClerk.Person.Value.ToString());
        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.Contains("指定承办人（李经办）", page.Find("[data-testid=timeline]").TextContent, StringComparison.Ordinal));
        Assert.Contains("李经办", page.Find("[data-testid=matter]").TextContent, StringComparison.Ordinal);
        Assert.Equal(Office.OtherClerk.Person, Office.Stored(id).Handler);

        page.Find("[data-testid=act-AssignHandler]").Click();
        page.Find("#act-handler").Change(Office.OtherClerk.Person.Value.ToString());
        page.Find("[data-testid=act-panel] form").Submit();
        page.WaitForAssertion(() => Assert.Equal("该人员已是承办人，请另选承办人。", page.Find("#act-handler-error").TextContent));
    }

    [Fact]
    public async Task A_completion_before_the_order_is_refused_beside_its_field()
    {
        var id = await Office.OrderedAsync("WT-2026-0001", Office.Today.AddDays(30));
        await Office.Handling(Office.Clerk).ReceiveReplyAsync(id, Office.VersionOf(id), "已增开窗口", Xunit.TestContext.Current.CancellationToken);
        var page = Open(id);
        page.Find("[data-testid=act-Verify]").Click();
        page.Find("#act-note").Input("现场核实");
        page.Find("#act-completed").Change("2026-11-20");

        page.Find("[data-testid=act-panel] form").Submit();

        page.WaitForAssertion(() => Assert.Contains("整改完成日期不能早于2026年11月23日", page.Find("#act-completed-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(FindingState.RectificationReported, Office.Stored(id).State);
    }

    [Fact]
    public async Task After_an_appeal_the_page_shows_no_old_result_and_its_timeline_still_tells_it()
    {
        var id = await Office.AppealedAsync("WT-2026-0001");

        var page = Open(id);

        Assert.Empty(page.FindAll("[data-testid=conclusion], [data-testid=rectification], [data-testid=feedback]"));
        var told = page.Find("[data-testid=timeline]").TextContent;
        Assert.Contains("作出结论（属实 · 属违法违规 · 1,000.00 元）", told, StringComparison.Ordinal);
        Assert.Contains("增开窗口", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_sees_the_matter_without_acts_and_without_its_author()
    {
        var id = Office.File("WT-2026-0001");
        SignIn(Office.Chief);

        var page = Render<FindingDetail>(p => p.Add(d => d.Key, id.Value));

        Assert.Empty(page.FindAll("[data-testid=acts]"));
        Assert.Empty(page.FindAll(".btn-filled"));
        Assert.DoesNotContain("谭示安", page.Markup, StringComparison.Ordinal);
        Assert.Equal("依规保密", page.Find("[data-testid=authors]").TextContent);
    }

    [Fact]
    public void Whoever_becomes_recused_loses_the_open_page()
    {
        var id = Office.File("WT-2026-0001");
        var page = Open(id);
        Office.Recuse(Office.Clerk.Person, RecusalMatter.Of(Office.Agency));

        Changed();

        page.WaitForAssertion(() => Assert.DoesNotContain("排队超过四十人", page.Markup, StringComparison.Ordinal));
    }

    private static string How(IRenderedComponent<FindingDetail> page) => page.Find("[data-testid=act-deadline-how]").TextContent;

    private IRenderedComponent<FindingDetail> Open(FindingId id)
    {
        SignIn(Office.Clerk);
        return Render<FindingDetail>(p => p.Add(d => d.Key, id.Value));
    }
}
