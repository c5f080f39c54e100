using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Portal.Domain.People;
using Portal.Domain.Time;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Tests.Features.Ui;

public sealed class ComponentTests : FrameContext
{
    [Theory]
    [InlineData(DeadlineState.InTime, 12, "还剩 12 天", "good")]
    [InlineData(DeadlineState.DueSoon, 3, "还剩 3 天", "warning")]
    [InlineData(DeadlineState.DueSoon, 0, "今天到期", "warning")]
    [InlineData(DeadlineState.Overdue, 6, "逾期 6 天", "bad")]
    [InlineData(DeadlineState.ClosedInTime, 0, "按期办结", "info")]
    [InlineData(DeadlineState.ClosedLate, 9, "逾期 9 天办结", "worn")]
    public void A_deadline_is_told_in_words_days_and_colour(DeadlineState state, int days, string words, string tone)
    {
        var badge = Render<DeadlineBadge>(p => p.Add(b => b.State, state).Add(b => b.Days, days));

        Assert.Equal(words, badge.Find(".chip").TextContent.Trim());
        Assert.Equal(tone, badge.Find(".chip").GetAttribute("data-tone"));
        Assert.NotNull(badge.Find(".chip svg"));
        Assert.Empty(badge.FindAll("button"));
    }

    [Fact]
    public void How_a_deadline_was_computed_is_made_only_when_it_is_asked_for()
    {
        var badge = Render<DeadlineBadge>(p => p.Add(b => b.State, DeadlineState.Overdue).Add(b => b.Days, 6).Add(b => b.HowComputed, "30 个工作日"));
        Assert.DoesNotContain("30 个工作日", badge.Markup, StringComparison.Ordinal);

        badge.Find("button").Click();

        Assert.Equal("true", badge.Find("button").GetAttribute("aria-expanded"));
        Assert.Contains("30 个工作日", badge.Find("[role=note]").TextContent, StringComparison.Ordinal);
        Assert.Equal(badge.Find("[role=note]").Id, badge.Find("button").GetAttribute("aria-controls"));
    }

    [Fact]
    public void The_explanation_follows_the_pointer_and_the_escape_key()
    {
        var badge = Render<DeadlineBadge>(p => p.Add(b => b.State, DeadlineState.Overdue).Add(b => b.Days, 6).Add(b => b.HowComputed, "30 个工作日"));

        badge.Find(".explained").MouseEnter();
        Assert.NotEmpty(badge.FindAll("[role=note]"));
        badge.Find(".explained").MouseLeave();
        Assert.Empty(badge.FindAll("[role=note]"));

        badge.Find("button").Click();
        badge.Find(".explained").KeyDown(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(badge.FindAll("[role=note]"));
    }

    [Fact]
    public void A_number_fades_only_when_it_changed()
    {
        var tile = Render<Tile>(p => p.Add(t => t.Value, "2").Add(t => t.Label, "逾期").Add(t => t.Href, "/findings?state=overdue"));
        Assert.Empty(tile.FindAll(".tile-changed"));

        tile.Render(p => p.Add(t => t.Value, "3"));

        Assert.Equal("3", tile.Find(".tile-changed").TextContent);
        Assert.Equal("/findings?state=overdue", tile.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void The_four_groups_differ_in_shape_and_not_only_in_colour()
    {
        var groups = Enum.GetValues<SourceCategory>();

        Assert.Equal(groups.Length, groups.Select(GroupMark.Shape).Distinct().Count());
        Assert.All(groups, group => Assert.NotEqual("", Render<GroupMark>(p => p.Add(g => g.Group, group)).Find(".group").TextContent));
    }

    [Fact]
    public void A_shape_alone_still_tells_its_name_to_a_screen_reader()
    {
        var mark = Render<GroupMark>(p => p.Add(g => g.Group, SourceCategory.IndustryAssociation).Add(g => g.ShapeOnly, true));

        Assert.Equal("", mark.Find(".group").TextContent);
        Assert.Equal("行业协会人员", mark.Find(".unseen").TextContent);
    }

    [Fact]
    public void A_page_head_shows_the_way_back_and_itself_as_the_current_page()
    {
        var head = Render<PageHead>(p => p.Add(h => h.Title, "WT-2026-0012").Add(h => h.Crumbs, [new Crumb("问题线索", "/findings")]));

        Assert.Equal("WT-2026-0012", head.Find("h1").TextContent);
        Assert.Equal("/findings", head.Find(".crumbs a").GetAttribute("href"));
        Assert.Equal("WT-2026-0012", head.Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void A_state_is_escaped_like_any_other_words()
    {
        var chip = Render<StatusChip>(p => p.Add(c => c.Words, "<img src=x onerror=alert(1)>").Add(c => c.Tone, Tone.Bad));

        Assert.Empty(chip.FindAll("img"));
    }

    [Fact]
    public void A_step_of_the_timeline_shows_who_and_why()
    {
        var line = Render<Timeline>(p => p.Add(t => t.Entries, [new TimelineEntry("2026年11月20日（周五）", "退回补充", "旷样田", "缺少影像资料", Tone.Warning)]));

        Assert.Equal("退回补充", line.Find(".timeline-title").TextContent);
        Assert.Contains("旷样田", line.Find(".timeline-when").TextContent, StringComparison.Ordinal);
        Assert.Equal("缺少影像资料", line.Find(".timeline-reason").TextContent);
    }

    [Fact]
    public void A_failure_shows_the_id_that_is_in_the_log()
    {
        var notice = Render<ErrorNotice>(p => p.AddChildContent("没有保存。").Add(n => n.Id, "0af7651916cd43dd8448eb211c80319c"));

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", notice.Find("code").TextContent);
        Assert.Equal("alert", notice.Find(".notice").GetAttribute("role"));
    }

    [Fact]
    public void The_notice_of_the_non_classified_system_names_its_article_in_both_languages()
    {
        Assert.Contains("第八条第三项", Render<NonClassifiedNotice>().Markup, StringComparison.Ordinal);
        Read("en");
        Assert.Contains("Article 8(3)", Render<NonClassifiedNotice>().Markup, StringComparison.Ordinal);
    }
}
