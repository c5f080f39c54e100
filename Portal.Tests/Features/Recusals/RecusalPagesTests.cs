using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Drafts;
using Portal.Features.Recusals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recusals;

public sealed class RecusalPagesTests : FeaturePages
{
    private readonly PersonId _supervisor;
    private readonly AgencyId _agency;

    public RecusalPagesTests()
    {
        _supervisor = Office.Supervisor("谭示安");
        _agency = Office.Agency("AG01", "第一经办机构");
    }

    [Fact]
    public void A_form_that_is_not_filled_in_says_what_is_missing_next_to_each_field_and_keeps_the_rest()
    {
        SupervisorReads();
        var page = At<DeclareRecusal>("/recusals/new");
        page.Find("[data-testid=explanation]").Input("近亲属在该机构工作");

        page.Find("form").Submit();

        Assert.Contains("第十一条", page.Find("#matter-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("第十一条", page.Find("#ground-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#explanation-error").TextContent);
        Assert.Equal("近亲属在该机构工作", page.Find("[data-testid=explanation]").GetAttribute("value"));
        Assert.Empty(Office.Read(db => db.Recusals.ToList()));
    }

    [Fact]
    public void A_complete_form_is_sent_and_its_draft_is_gone()
    {
        SupervisorReads();
        var page = At<DeclareRecusal>("/recusals/new");

        FillIn(page);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith("/my/recusals?sent=true", Address.Uri, StringComparison.Ordinal));
        Assert.Equal(RecusalState.Declared, Assert.Single(Office.Read(db => db.Recusals.ToList())).State);
        Assert.Empty(Office.Read(db => db.Drafts.ToList()));
    }

    [Fact]
    public void What_was_typed_stays_when_the_declaration_is_refused()
    {
        Office.Recuse(_supervisor, RecusalMatter.Of(_agency));
        SupervisorReads();
        var page = At<DeclareRecusal>("/recusals/new");

        FillIn(page);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains(Told, words => words!.Contains("不必重复申报", StringComparison.Ordinal)));
        Assert.Equal("近亲属在该机构工作", page.Find("[data-testid=explanation]").GetAttribute("value"));
        Assert.False(page.Find("[data-testid=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public void What_is_too_long_to_be_kept_is_said_not_to_be_kept_and_stays_on_the_page()
    {
        SupervisorReads();
        var page = At<DeclareRecusal>("/recusals/new");
        page.Find("[data-testid=explanation]").Input("近亲属在该机构工作");
        Office.Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=draft-saved]")));

        page.Find("[data-testid=explanation]").Input(new string('长', 20_000));
        Office.Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Contains(Told, words => words!.Contains("没有自动保存", StringComparison.Ordinal)));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=draft-saved]")));
        Assert.Equal(20_000, page.Find("[data-testid=explanation]").GetAttribute("value")!.Length);
        Assert.Contains("近亲属在该机构工作", Office.Read(db => db.Drafts.Single().Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_before_is_there_again()
    {
        SupervisorReads();
        await Services.GetRequiredService<DraftService>().SaveAsync("recusal", new RecusalForm { Matter = _agency.Value, Ground = RecusalGround.OtherFairness, Explanation = "与窗口负责人系同学" }, Cancel);

        var page = At<DeclareRecusal>("/recusals/new");

        Assert.Equal("与窗口负责人系同学", page.Find("[data-testid=explanation]").GetAttribute("value"));
        Assert.True(page.Find("[data-testid=ground-OtherFairness]").HasAttribute("checked"));
    }

    [Fact]
    public void A_clerk_accepts_and_the_buttons_go()
    {
        Office.Recuse(_supervisor, RecusalMatter.Of(_agency), RecusalState.Declared);
        As(PortalRole.Administrator);
        var id = Office.Read(db => db.Recusals.Single().Id);
        var page = At<RecusalDetail>($"/recusals/{id.Value}", id.Value);

        page.Find("[data-testid=accept]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=accept], [data-testid=decline]")));
        Assert.Equal(RecusalState.Recused, Office.Read(db => db.Recusals.Single().State));
        Assert.Single(page.FindAll("[data-testid=lift]"));
    }

    [Fact]
    public void Declining_asks_for_a_reason_and_is_not_possible_without_one()
    {
        Office.Recuse(_supervisor, RecusalMatter.Of(_agency), RecusalState.Declared);
        As(PortalRole.Administrator);
        var id = Office.Read(db => db.Recusals.Single().Id);
        var page = At<RecusalDetail>($"/recusals/{id.Value}", id.Value);

        page.Find("[data-testid=decline]").Click();
        Assert.True(page.Find("[data-testid=reason-act]").HasAttribute("disabled"));
        page.Find("[data-testid=reason]").Input("与该窗口无关");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Equal(RecusalState.NotRequired, Office.Read(db => db.Recusals.Single().State)));
        Assert.Contains("与该窗口无关", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_keeps_its_filter_in_the_address()
    {
        Office.Recuse(_supervisor, RecusalMatter.Of(_agency), RecusalState.Declared);
        As(PortalRole.Administrator);
        var page = At<RecusalList>("/recusals?sort=filed&page=2");

        page.Find("[data-testid=filter]").Change(nameof(RecusalFilter.Pending));

        Assert.EndsWith("/recusals?sort=filed&filter=Pending", Address.Uri, StringComparison.Ordinal);
        Assert.EndsWith("filter=Pending", At<RecusalList>("/recusals?filter=Pending").Find("[data-testid=export]").GetAttribute("href"), StringComparison.Ordinal);
    }

    private void SupervisorReads()
    {
        var acting = new Acting(PortalRole.Supervisor, _supervisor);
        Services.AddScoped(_ => acting.Guard());
        AddAuthorization().SetAuthorized("谭示安").SetRoles(nameof(PortalRole.Supervisor));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private void FillIn(IRenderedComponent<DeclareRecusal> page)
    {
        page.Find("[data-testid=matter]").Change(_agency.Value.ToString());
        page.Find("[data-testid=ground-RelativeOrLinkedOrganisation]").Change("on");
        page.Find("[data-testid=explanation]").Input("近亲属在该机构工作");
    }
}
