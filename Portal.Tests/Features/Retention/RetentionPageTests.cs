using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Features.AuditRecord;
using Portal.Features.Retention;
using Portal.Retention;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Retention;

public sealed class RetentionPageTests : FeaturePages
{
    [Fact]
    public async Task The_schedule_says_in_words_what_is_due_and_the_last_runs_what_was_done()
    {
        var person = Office.Supervisor("旷样田");
        Office.Change(db => db.ExportDays.Add(new ExportDay { Person = person, Day = SmallOffice.Today.AddDays(-91), Times = 1, Rows = 1 }));
        As(PortalRole.Leadership);

        var page = At<RetentionPage>("/retention");

        var line = page.Find("[data-testid=ExportCounts]").TextContent;
        Assert.Contains("导出次数统计", line, StringComparison.Ordinal);
        Assert.Contains("90 天", line, StringComparison.Ordinal);
        Assert.Equal("1", page.Find("[data-testid=ExportCounts] [data-testid=due]").TextContent);
        Assert.Contains("36 个月", page.Find("[data-testid=AuditValues]").TextContent, StringComparison.Ordinal);
        Assert.Contains("还没有运行过", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=hold-person], [data-testid=erase]"));

        await Services.GetRequiredService<RetentionRunner>().RunAsync(Cancel);

        var after = At<RetentionPage>("/retention");
        Assert.Equal("0", after.Find("[data-testid=ExportCounts] [data-testid=due]").TextContent);
        Assert.Contains("导出次数统计 1 项", after.Find("[data-testid=runs]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_is_held_with_a_reason_and_let_go_with_another()
    {
        var person = Office.Supervisor("旷样田");
        As(PortalRole.Administrator);
        var page = At<RetentionPage>("/retention");

        page.Find("[data-testid=hold-person]").Click();
        page.Find("[data-testid=reason]").Input("行政诉讼");
        page.Find("[data-testid=reason-act]").Click();
        Assert.Contains("请先选择人员", page.Find("[data-testid=holds]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=person]").Change(person.Value.ToString());
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Contains("保留中", page.Find("[data-testid=holds]").TextContent, StringComparison.Ordinal));
        page.Find("[data-testid=lift]").Click();
        page.Find("[data-testid=reason]").Input("已结案");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Contains("已结案", page.Find("[data-testid=holds] tbody").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=lift]"));
        Assert.False(Office.Read(db => db.LegalHolds.Single()).IsInForce);
    }

    [Fact]
    public void A_finding_is_held_by_its_number()
    {
        Office.Finding("WT-2026-0001", Office.Supervisor("旷样田"), Office.Agency("AG01", "示例机构"));
        As(PortalRole.Administrator);
        var page = At<RetentionPage>("/retention");

        page.Find("[data-testid=hold-finding]").Click();
        page.Find("[data-testid=number]").Change("WT-2026-0001");
        page.Find("[data-testid=reason]").Input("投诉");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Contains("WT-2026-0001", page.Find("[data-testid=holds] tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_is_erased_is_so_after_their_name_was_typed_and_the_record_shows_it()
    {
        var person = Office.Supervisor("谭示例", from: SmallOffice.Today.AddYears(-1), until: SmallOffice.Today.AddDays(-1));
        As(PortalRole.Administrator);
        var page = At<RetentionPage>("/retention");
        page.Find("[data-testid=erase-open]").Click();
        page.Find("[data-testid=person]").Change(person.Value.ToString());
        page.Find("[data-testid=erase-name]").Change("谭示");
        page.Find("[data-testid=reason]").Input("本人书面请求");
        page.Find("[data-testid=reason-act]").Click();
        Assert.Contains(Told, t => t!.Contains("姓名与所选人员不一致", StringComparison.Ordinal));
        Assert.True(Office.Read(db => db.AuditKeys.Any(k => k.Subject == person.Value)));

        page.Find("[data-testid=erase-name]").Change("谭示例");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.False(Office.Read(db => db.AuditKeys.Any(k => k.Subject == person.Value))));
        var record = At<AuditList>($"/audit?object={person.Value:D}");
        Assert.Contains("已清除，无法恢复", record.Find("[data-testid=audit]").TextContent, StringComparison.Ordinal);
        Assert.Contains("清除个人的审计内容", record.Find("[data-testid=audit]").TextContent, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Office.Dispose();
    }
}
