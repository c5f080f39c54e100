using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.People;
using Portal.Features.Letters;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Letters;

public sealed class LetterPagesTests : FeaturePages
{
    private readonly PersonId _person;
    private readonly AgencyId _agency;

    public LetterPagesTests()
    {
        _person = Office.Supervisor("谭示安", card: "ZZ-2025-0001");
        _agency = Office.Agency("AG04", "工伤保险经办机构（演示）");
    }

    private LetterService Letters => Services.GetRequiredService<LetterService>();

    [Fact]
    public void A_letter_is_prepared_and_its_page_opens()
    {
        As(PortalRole.Administrator);
        Office.Supervisor("无证例");
        var page = At<NewLetter>("/letters/new");
        Assert.True(page.Find("[data-testid=bearer][data-name=无证例]").HasAttribute("disabled"));

        page.Find("[data-testid=submit]").Click();
        Assert.Contains("请选择前往单位", page.Markup, StringComparison.Ordinal);
        page.Find("[data-testid=agency]").Change(_agency.Value.ToString());
        page.Find("[data-testid=submit]").Click();
        Assert.Contains("介绍信须写明持信人（第十二条）", page.Find("#bearers-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=bearer][data-name=谭示安]").Change(true);
        page.Find("[data-testid=submit]").Click();
        Assert.Contains("请写明前往办理的事项（第十二条）", page.Find("#matter-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=matter]").Input("查阅台账");
        page.Find("[data-testid=submit]").Click();

        var letter = Office.Read(db => db.IntroductionLetters.Single());
        Assert.Equal((LetterState.Draft, "查阅台账"), (letter.State, letter.Matter));
        Assert.EndsWith($"/letters/{letter.Id}", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_fills_the_letter_it_asks_for()
    {
        As(PortalRole.Administrator);
        var activity = Activity.FromRegister(
            ActivityId.New(), "2026-31", "工伤待遇现场监督", ActivityKind.Supervision, SupervisionMode.OpenVisit, SmallOffice.Today.AddDays(3), 30, mandatory: true, requiresDocumentAccess: true, [_agency],
            ActivityState.Published, null);
        Office.Change(db => db.Activities.Add(activity));
        Office.Invite(activity.Id, _person);

        var page = At<NewLetter>($"/letters/new?activity={activity.Id}&agency={_agency}");

        Assert.Equal("工伤待遇现场监督", page.Find("[data-testid=matter]").GetAttribute("value"));
        Assert.Equal("2026-11-26", page.Find("[data-testid=from]").GetAttribute("value"));
        Assert.True(page.Find("[data-testid=bearer][data-name=谭示安]").HasAttribute("checked"));
        page.Find("[data-testid=submit]").Click();
        Assert.Equal(activity.Id, Office.Read(db => db.IntroductionLetters.Single().Activity));
    }

    [Fact]
    public async Task The_stub_says_what_the_letter_says_and_nothing_is_printed_that_was_not_issued()
    {
        As(PortalRole.Administrator);
        var id = await PrepareAsync();
        Assert.Empty(At<LetterPrint>($"/letters/{id}/print", id.Value).FindAll("[data-testid=letter-sheet]"));
        await Letters.IssueAsync(id, Office.Read(db => db.IntroductionLetters.Single().Version), Cancel);

        var page = At<LetterPrint>($"/letters/{id}/print", id.Value);

        var words = page.Find("[data-testid=letter] .half-words").TextContent;
        Assert.Equal("兹介绍特邀社会监督员谭示安（证号ZZ-2025-0001）等壹人，前往你单位查阅台账，请予接洽。", words);
        Assert.Equal(page.FindAll("[data-testid=letter] p").Select(p => p.TextContent), page.FindAll("[data-testid=stub] p").Select(p => p.TextContent));
        Assert.Contains("JS-2026-0001", page.Find("[data-testid=seam]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "壹")]
    [InlineData(10, "壹拾")]
    [InlineData(23, "贰拾叁")]
    [InlineData(120, "120")]
    public void People_are_counted_in_figures_that_cannot_be_altered(int people, string words)
    {
        Assert.Equal(words, LetterHalf.CountOf(people, "零壹贰叁肆伍陆柒捌玖拾"));
        Assert.Equal(people.ToString(System.Globalization.CultureInfo.InvariantCulture), LetterHalf.CountOf(people, "—"));
    }

    [Fact]
    public async Task The_page_of_a_letter_offers_what_is_possible_and_says_why_the_rest_is_not()
    {
        As(PortalRole.Administrator);
        var id = await PrepareAsync(sensitive: true);

        var page = At<LetterDetail>($"/letters/{id}", id.Value);

        Assert.Empty(page.FindAll("[data-testid=issue], [data-testid=print], [data-testid=use], [data-testid=approve]"));
        Assert.Contains("须由局领导批准", page.Find("[data-testid=off-Issue]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=revoke]").Click();
        page.Find("[data-testid=reason]").Input("不再需要");
        page.Find("[data-testid=reason-act]").Click();
        Assert.Equal(LetterState.Revoked, Office.Read(db => db.IntroductionLetters.Single().State));
        Assert.NotEmpty(page.FindAll("[data-testid=like]"));
    }

    private Task<IntroductionLetterId> PrepareAsync(bool sensitive = false) => Letters.PrepareAsync(
        new LetterForm { Agency = _agency.Value, Bearers = [_person.Value], Matter = "查阅台账", From = SmallOffice.Today, To = SmallOffice.Today, Sensitive = sensitive }, Cancel);
}
