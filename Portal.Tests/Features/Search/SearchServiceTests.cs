using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Search;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Search;

public sealed class SearchServiceTests : IDisposable
{
    private static readonly DateOnly s_today = SmallOffice.Today;
    private readonly SmallOffice _office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task All_four_kinds_are_looked_through_in_their_order()
    {
        var person = _office.Supervisor("样田某", card: "ZZ-2026-0001");
        var agency = _office.Agency("AG01", "样田区经办机构");
        _office.Finding("WT-2026-0001", person, agency, text: "在样田路大厅排队过长。");
        _office.Activity("2026-01", "样田明察", agencies: agency);

        var hits = await FindAsync("样田");

        Assert.Equal([SearchKind.Person, SearchKind.Agency, SearchKind.Finding, SearchKind.Activity], hits.Select(h => h.Kind));
        Assert.Equal("在样田路大厅排队过长。", hits[2].Detail);
    }

    [Theory]
    [InlineData("ZZ-2026-0001", SearchKind.Person)]
    [InlineData("AG01", SearchKind.Agency)]
    [InlineData("WT-2026-0001", SearchKind.Finding)]
    [InlineData(" 2026-07 ", SearchKind.Activity)]
    public async Task Numbers_and_codes_are_found(string text, SearchKind kind)
    {
        var person = _office.Supervisor("甲某", card: "ZZ-2026-0001");
        var agency = _office.Agency("AG01", "机构");
        _office.Finding("WT-2026-0001", person, agency);
        _office.Activity("2026-07", "明察", agencies: agency);

        Assert.Equal([kind], (await FindAsync(text)).Select(h => h.Kind));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("%")]
    public async Task Too_little_is_not_looked_for(string? text)
    {
        _office.Agency("AG01", "A%1");

        Assert.Equal(0, await CountedQueries.OfAsync(_office.Db, () => FindAsync(text)));
        Assert.Empty(await FindAsync(text));
    }

    [Fact]
    public async Task One_Chinese_character_is_enough()
    {
        _office.Supervisor("甲某");

        Assert.Single(await FindAsync("甲"));
    }

    [Theory]
    [InlineData("%%")]
    [InlineData("__")]
    [InlineData("[a]")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\\%")]
    [InlineData("\"\"")]
    public async Task No_character_is_a_wildcard(string text)
    {
        _office.Supervisor("甲某");
        var agency = _office.Agency("AG01", $"机构{text}");
        _office.Agency("AG02", "别的机构");

        var hit = Assert.Single(await FindAsync(text));

        Assert.Equal(agency.Value, hit.Id);
    }

    [Fact]
    public async Task Ten_are_shown_at_the_most_and_every_kind_gets_its_turn()
    {
        var agency = _office.Agency("AG01", "示例机构");
        for (var i = 0; i < 15; i++)
        {
            _office.Finding($"WT-2026-{i:0000}", _office.Supervisor($"示例{i:00}"), agency, text: "示例线索");
        }

        var hits = await FindAsync("示例");

        Assert.Equal(10, hits.Count);
        Assert.Equal((5, 1, 4), (hits.Count(h => h.Kind == SearchKind.Person), hits.Count(h => h.Kind == SearchKind.Agency), hits.Count(h => h.Kind == SearchKind.Finding)));
    }

    [Fact]
    public async Task A_text_longer_than_sixty_four_characters_is_cut()
    {
        var name = new string('长', 64);
        _office.Agency("AG01", name);

        Assert.Single(await FindAsync(name + "余下的不算"));
    }

    [Fact]
    public async Task Numbers_of_identity_and_telephone_and_staff_are_not_found()
    {
        _office.Supervisor("甲某");
        _office.Staff(PortalRole.Leadership, "示例局长");

        Assert.Empty(await FindAsync("15400000001"));
        Assert.Empty(await FindAsync("990203"));
        Assert.Empty(await FindAsync("局长"));
    }

    [Fact]
    public async Task Who_is_recused_finds_nothing_of_the_matter()
    {
        var agency = _office.Agency("AG01", "回避机构");
        _office.Finding("WT-2026-0001", _office.Supervisor("甲某"), agency, text: "回避的线索");
        _office.Activity("2026-01", "回避的明察", agencies: agency);
        var clerk = _office.Staff(PortalRole.Administrator);
        Assert.Equal(3, (await FindAsync("回避", clerk)).Count);

        _office.Recuse(clerk.Person, RecusalMatter.Of(agency), RecusalState.Declared);

        Assert.Empty(await FindAsync("回避", clerk));
    }

    [Fact]
    public async Task Leadership_does_not_find_an_undercover_visit_before_its_day()
    {
        _office.Activity("2026-09", "悄悄到访", s_today.AddDays(1), mode: SupervisionMode.UnannouncedVisit, agencies: _office.Agency("AG01", "机构"));

        Assert.Empty(await FindAsync("悄悄", Acting.Leadership()));
        Assert.Single(await FindAsync("悄悄"));
        _office.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Single(await FindAsync("悄悄", Acting.Leadership()));
    }

    [Fact]
    public async Task A_supervisor_has_no_search()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => FindAsync("机构", Acting.Supervisor(PersonId.New())));
    }

    [Fact]
    public void An_excerpt_shows_what_was_looked_for()
    {
        var text = new string('前', 30) + "要找的" + new string('后', 60);

        Assert.Equal($"…{new string('前', 10)}要找的{new string('后', 27)}…", SearchService.Excerpt(text, "要找的"));
        Assert.Equal("短", SearchService.Excerpt("短", "短"));
    }

    private Task<IReadOnlyList<SearchHit>> FindAsync(string? text, Acting? acting = null) =>
        new SearchService(_office.Db, (acting ?? Acting.Administrator()).Guard(), _office.Db.Views, _office.Clock).FindAsync(text, Cancel);
}
