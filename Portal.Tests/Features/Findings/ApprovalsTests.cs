using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Findings;
using Portal.Features.Approvals;
using Portal.Features.Findings;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Findings;

public sealed class ApprovalsTests : FindingPages
{
    [Fact]
    public async Task A_proposal_shows_what_it_asks_for_and_is_approved_in_place()
    {
        var id = await ProposedAsync();
        SignIn(Office.Chief);
        var page = Render<ApprovalDesk>();
        Assert.Contains("100,000.00 元", page.Find("[data-testid=proposal]").TextContent, StringComparison.Ordinal);
        Assert.Contains("陈经办", page.Find("[data-testid=proposal]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("谭示安", page.Markup, StringComparison.Ordinal);

        page.Find("[data-testid=approve]").Click();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=no-approvals]")));
        Assert.Equal(FindingState.Substantiated, Office.Stored(id).State);
    }

    [Fact]
    public async Task A_refusal_asks_for_its_reason_and_keeps_it_when_somebody_acted_first()
    {
        var id = await ProposedAsync();
        SignIn(Office.Chief);
        var page = Render<ApprovalDesk>();
        page.Find("[data-testid=refuse]").Click();
        Assert.True(page.Find("[data-testid=reason-act]").HasAttribute("disabled"));
        page.Find("[data-testid=reason]").Input("证据不足");
        using (var db = Office.Db.CreateDbContext())
        {
            var finding = db.Findings.AsSplitQuery().Single(f => f.Id == id);
            db.Entry(finding).Property(f => f.Remark).CurrentValue = "x";
            db.SaveChanges();
        }

        page.Find("[data-testid=reason-act]").Click();
        page.WaitForAssertion(() => Assert.Contains(Told, m => m.Contains("别人已经修改", StringComparison.Ordinal)));
        Assert.NotNull(Office.Stored(id).Proposal);
        Assert.Equal("证据不足", page.Find("[data-testid=reason]").GetAttribute("value"));

        page.Find("[data-testid=reason-act]").Click();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=no-approvals]")));
        Assert.Contains(Office.Stored(id).Events, e => e is { Kind: FindingEventKind.ProposalRefused, Note: "证据不足" });
    }

    [Fact]
    public async Task Who_proposed_reads_why_they_cannot_decide()
    {
        await ProposedAsync();
        SignIn(new Acting(PortalRole.Leadership, Office.Clerk.Person));

        var page = Render<ApprovalDesk>();

        Assert.Empty(page.FindAll("[data-testid=approve]"));
        Assert.Equal("提出人不能审批自己的申请，请由另一位局领导审批。", page.Find("[data-testid=cannot-decide]").TextContent);
    }

    private async Task<FindingId> ProposedAsync()
    {
        var id = await Office.InvestigatingAsync("WT-2026-0001");
        await Office.Handling(Office.Clerk).ConcludeAsync(id, Office.VersionOf(id), FindingConclusion.Substantiated, "多付待遇", true, 100_000m, serious: false, Stop);
        return id;
    }
}
