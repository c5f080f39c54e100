using System.Collections;
using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Portal.Ui;
using Portal.Ui.Components;
using Portal.Ui.Layout;

namespace Portal.Tests.Features.Ui;

public sealed class MainLayoutTests : FrameContext
{
    public MainLayoutTests() => Services.AddSingleton<AntiforgeryStateProvider, NoToken>();

    [Theory]
    [InlineData(Navigation.Administrator, "工作台 问题线索 回避申报 监督活动 监督员 选聘 聘期与续聘 履职情况 解聘 证件管理 介绍信 保密承诺书 文书登记 经办机构 年度评价 导入台账 账号 审计记录 留存与清理 参数设置")]
    [InlineData(Navigation.Supervisor, "首页 我要反映 我的线索 我要回避 我的回避 我的活动 我的评价 我的证件 我的履职台账")]
    [InlineData(Navigation.Leadership, "年度总览 待我审批 问题线索 监督活动 监督员 选聘 聘期与续聘 履职情况 解聘 介绍信 文书登记 经办机构 年度评价 审计记录 留存与清理 参数设置")]
    public void Each_role_sees_its_own_entries(string role, string entries)
    {
        var frame = Frame(role);

        Assert.Equal(entries.Split(' '), frame.FindAll(".side-entry:not(.side-fold) .side-words").Select(e => e.TextContent));
    }

    [Theory]
    [InlineData(Navigation.Administrator)]
    [InlineData(Navigation.Supervisor)]
    [InlineData(Navigation.Leadership)]
    public void A_phone_has_four_entries_and_the_rest_behind_more(string role)
    {
        var frame = Frame(role);

        Assert.Equal(4, frame.FindAll(".bottom > a").Count);
        Assert.Equal(Navigation.For(Person(role)).Count - 4, frame.FindAll(".bottom-more a").Count);
    }

    [Theory]
    [InlineData("findings/new", "我要反映")]
    [InlineData("my/findings/WT-2026-0012", "我的线索")]
    [InlineData("", "首页")]
    public void The_entry_of_the_page_is_marked(string address, string entry)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var frame = Frame(Navigation.Supervisor);

        Assert.Equal(entry, frame.Find(".side-entry[aria-current=page] .side-words").TextContent);
    }

    [Fact]
    public void Demonstration_data_is_said_to_be_invented() =>
        Assert.Equal("演示数据，人物、机构、事件均为虚构", Frame(Navigation.Administrator).Find(".banner").TextContent);

    [Fact]
    public void Signing_out_is_a_form_that_is_posted()
    {
        var form = Frame(Navigation.Administrator).Find("form[action='/signout']");

        Assert.Equal("post", form.GetAttribute("method"));
    }

    [Fact]
    public void A_page_that_fails_leaves_the_frame_standing_and_gives_an_id()
    {
        var frame = Frame(Navigation.Administrator, builder =>
        {
            builder.OpenComponent<Failing>(0);
            builder.CloseComponent();
        });

        Assert.Equal("出了点问题", frame.Find("h1").TextContent);
        Assert.Equal(32, frame.Find("code").TextContent.Length);
        Assert.NotEmpty(frame.FindAll(".side-entry"));
    }

    [Fact]
    public void The_frame_carries_no_inline_script_and_no_style_of_its_own()
    {
        var frame = Frame(Navigation.Administrator);

        Assert.Empty(frame.FindAll("[onclick], [onchange], script, header [style], nav [style]"));
    }

    [Fact]
    public void An_empty_page_costs_a_circuit_few_component_instances()
    {
        Frame(Navigation.Administrator, builder =>
        {
            builder.OpenComponent<PageHead>(0);
            builder.AddComponentParameter(1, nameof(PageHead.Title), "工作台");
            builder.CloseComponent();
        });

        Xunit.TestContext.Current.SendDiagnosticMessage("component instances: {0}", Instances());
        Assert.InRange(Instances(), 10, 45);
    }

    private int Instances()
    {
        var states = typeof(Renderer).GetField("_componentStateById", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Renderer);
        return ((ICollection)states!).Count;
    }

    private IRenderedComponent<MainLayout> Frame(string role, RenderFragment? body = null)
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<MainLayout>(p => p
            .AddCascadingValue(SignedIn(role))
            .AddCascadingValue(new ViewPreferences())
            .Add(layout => layout.Body, body ?? (builder => builder.AddContent(0, "…"))));
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    private sealed class Failing : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("made to fail");
    }
}
