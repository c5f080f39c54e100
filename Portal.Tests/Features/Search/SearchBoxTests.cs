using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Portal.Access;
using Portal.Features.Search;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Search;

public sealed class SearchBoxTests : FeaturePages
{
    public SearchBoxTests()
    {
        Office.Agency("AG01", "示例机构甲");
        Office.Agency("AG02", "示例机构乙");
        As(PortalRole.Administrator);
    }

    [Fact]
    public void It_waits_a_moment_before_it_looks()
    {
        var box = Render<SearchBox>();

        box.Find("input").Input("示例");
        Assert.Empty(box.FindAll("[data-testid=hit]"));
        Office.Clock.Advance(SearchBox.Moment);

        box.WaitForAssertion(() => Assert.Equal(2, box.FindAll("[data-testid=hit]").Count));
        Assert.Equal("true", box.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void A_further_letter_starts_the_moment_anew()
    {
        var box = Render<SearchBox>();

        box.Find("input").Input("示例机构");
        Office.Clock.Advance(TimeSpan.FromMilliseconds(200));
        box.Find("input").Input("示例机构甲");
        Office.Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Empty(box.FindAll("[data-testid=hit]"));
        Office.Clock.Advance(TimeSpan.FromMilliseconds(50));

        box.WaitForAssertion(() => Assert.Single(box.FindAll("[data-testid=hit]")));
    }

    [Fact]
    public void The_arrows_go_through_the_results_and_round()
    {
        var box = Found("示例");

        Press(box, "ArrowDown");
        Assert.Equal(box.FindAll("[data-testid=hit]")[0].Id, box.Find("input").GetAttribute("aria-activedescendant"));
        Press(box, "ArrowUp");
        Assert.Equal(box.FindAll("[data-testid=hit]")[1].Id, box.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", box.FindAll("[data-testid=hit]")[1].GetAttribute("aria-selected"));
        Press(box, "ArrowDown");
        Assert.Equal(box.FindAll("[data-testid=hit]")[0].Id, box.Find("input").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public void Enter_opens_the_chosen_one_and_empties_the_box()
    {
        var box = Found("示例");
        var second = Office.Read(db => db.Agencies.Single(a => a.Code == "AG02").Id);

        Press(box, "ArrowDown");
        Press(box, "ArrowDown");
        Press(box, "Enter");

        Assert.EndsWith($"/agencies/{second.Value}", Address.Uri, StringComparison.Ordinal);
        Assert.Equal("", box.Find("input").GetAttribute("value"));
        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void A_click_opens_the_result()
    {
        var box = Found("示例");

        box.FindAll("[data-testid=hit]")[0].Click();

        Assert.Contains("/agencies/", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_and_leaving_close_the_list()
    {
        var box = Found("示例");

        Press(box, "Escape");
        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
        box.Find("input").Focus();
        Assert.Equal("true", box.Find("input").GetAttribute("aria-expanded"));
        box.Find("[role=search]").TriggerEvent("onfocusout", new FocusEventArgs());
        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        var box = Render<SearchBox>();
        box.Find("input").Input("没有的");
        Office.Clock.Advance(SearchBox.Moment);

        box.WaitForAssertion(() => Assert.Contains("没有找到“没有的”", box.Find("[data-testid=nothing-found]").TextContent, StringComparison.Ordinal));
    }

    private static void Press(IRenderedComponent<SearchBox> box, string key) => box.Find("input").KeyDown(new KeyboardEventArgs { Key = key });

    private IRenderedComponent<SearchBox> Found(string text)
    {
        var box = Render<SearchBox>();
        box.Find("input").Input(text);
        Office.Clock.Advance(SearchBox.Moment);
        box.WaitForElement("[data-testid=hit]");
        return box;
    }
}
