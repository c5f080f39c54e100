using Portal.Access;
using Portal.Data;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;
using Portal.Domain.Time;
using Portal.Features.Findings;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Findings;

public sealed class FindingServiceTests : IDisposable
{
    private readonly FindingsOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task The_most_urgent_stands_first()
    {
        _office.FileRegistered("WT-2026-0001", FindingState.Closed, new(2026, 10, 1), new(2026, 9, 20), new(2026, 10, 8));
        _office.File("WT-2026-0002", on: new(2026, 11, 20));
        _office.File("WT-2026-0003", on: new(2026, 11, 2));
        _office.FileRegistered("WT-2026-0004", FindingState.RectificationOrdered, new(2026, 12, 18));
        _office.FileRegistered("WT-2026-0005", FindingState.RectificationOrdered, new(2026, 11, 17));
        _office.FileRegistered("WT-2026-0006", FindingState.RectificationOrdered, new(2026, 11, 25));
        _office.FileRegistered("WT-2026-0007", FindingState.RectificationReported, new(2026, 9, 30), on: new(2026, 8, 6));

        var rows = (await _office.Reads(_office.Clerk).ListAsync(new FindingFilter(), new Paging(), Stop)).Rows;

        Assert.Equal(["WT-2026-0005", "WT-2026-0006", "WT-2026-0004", "WT-2026-0007", "WT-2026-0003", "WT-2026-0002", "WT-2026-0001"], rows.Select(r => r.Number));
        Assert.Equal(new DeadlineStanding(new(2026, 11, 17), DeadlineState.Overdue, 6), rows[0].Standing);
        Assert.Equal(DeadlineState.DueSoon, rows[1].Standing!.Value.State);
        Assert.Equal(DeadlineState.InTime, rows[2].Standing!.Value.State);
        Assert.Null(rows[3].Standing);
        Assert.Equal(3, rows[5].DaysWaited);
        Assert.Equal(DeadlineState.ClosedInTime, rows[6].Standing!.Value.State);
        Assert.Null(rows[6].DaysWaited);
    }

    /// <summary>What is open is sorted and what is done comes from an index; a page that holds both ends of them, or starts in the second, must not lose or repeat a row.</summary>
    [Fact]
    public async Task Pages_of_the_most_urgent_join_without_a_gap()
    {
        foreach (var i in Enumerable.Range(1, 46))
        {
            var (state, deadline) = i % 2 == 0 ? (FindingState.Closed, (DateOnly?)null) : (FindingState.RectificationOrdered, new DateOnly(2026, 12, 1));
            _office.FileRegistered($"WT-2026-{i:D4}", state, deadline, fedBackOn: state == FindingState.Closed ? new(2026, 10, 8) : null);
        }

        var reads = _office.Reads(_office.Clerk);
        var pages = new List<FindingRow>();
        for (var page = 1; page <= 4; page++)
        {
            var shown = await reads.ListAsync(new FindingFilter(), new Paging(page), Stop);
            Assert.Equal((46, page == 4 ? 0 : Math.Min(Paging.Size, 46 - pages.Count)), (shown.Total, shown.Rows.Count));
            pages.AddRange(shown.Rows);
        }

        Assert.Equal(await reads.ExportAsync(new FindingFilter(), new Paging(), Stop), pages);
    }

    [Theory]
    [InlineData("group", "open", "WT-2026-0006 WT-2026-0005 WT-2026-0002 WT-2026-0004")]
    [InlineData("group", "ToRegister", "WT-2026-0002 WT-2026-0004")]
    [InlineData("group", "closed", "WT-2026-0001")]
    [InlineData("group", "nonsense", "WT-2026-0006 WT-2026-0005 WT-2026-0002 WT-2026-0004 WT-2026-0001")]
    [InlineData("due", "overdue", "WT-2026-0006")]
    [InlineData("due", "soon", "WT-2026-0005")]
    [InlineData("state", "RectificationOrdered", "WT-2026-0006 WT-2026-0005")]
    [InlineData("category", "workinjury", "WT-2026-0004")]
    [InlineData("month", "2026-09", "WT-2026-0006 WT-2026-0005 WT-2026-0001")]
    [InlineData("year", "2025", "")]
    [InlineData("q", "0004", "WT-2026-0004")]
    [InlineData("q", "wt-2026-0002", "WT-2026-0002")]
    [InlineData("q", "复核", "WT-2026-0006 WT-2026-0005 WT-2026-0001")]
    [InlineData("outcome", "pending", "WT-2026-0006 WT-2026-0005 WT-2026-0002 WT-2026-0004 WT-2026-0001")]
    [InlineData("outcome", "transferred", "")]
    [InlineData("outcome", "notAccepted", "")]
    [InlineData("outcome", "substantiated", "")]
    public async Task Every_filter_of_the_address_narrows_the_list_and_the_export_alike(string name, string value, string expected)
    {
        _office.FileRegistered("WT-2026-0001", FindingState.Closed, new(2026, 10, 1), new(2026, 9, 20), new(2026, 10, 8));
        _office.File("WT-2026-0002", on: new(2026, 11, 2));
        _office.File("WT-2026-0004", _office.OtherAgency, FindingCategory.WorkInjury, new(2026, 11, 20));
        _office.FileRegistered("WT-2026-0005", FindingState.RectificationOrdered, new(2026, 11, 30));
        _office.FileRegistered("WT-2026-0006", FindingState.RectificationOrdered, new(2026, 11, 22));
        var filter = Address(name, value).ToFilter();

        var list = await _office.Reads(_office.Chief).ListAsync(filter, new Paging(), Stop);
        var export = await _office.Reads(_office.Chief).ExportAsync(filter, new Paging(), Stop);

        Assert.Equal(expected, string.Join(' ', list.Rows.Select(r => r.Number)));
        Assert.Equal(list.Rows.Count, list.Total);
        Assert.Equal(list.Rows, export);
    }

    [Fact]
    public async Task Agency_and_handler_narrow_the_list()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        _office.File("WT-2026-0002", _office.OtherAgency);
        var reads = _office.Reads(_office.Clerk);

        Assert.Equal(id, Assert.Single((await reads.ListAsync(new FindingAddress(Handler: _office.Clerk.Person.Value.ToString()).ToFilter(), new Paging(), Stop)).Rows).Id);
        Assert.Equal("WT-2026-0002", Assert.Single((await reads.ListAsync(new FindingAddress(Agency: _office.OtherAgency.Value.ToString()).ToFilter(), new Paging(), Stop)).Rows).Number);
        var choices = await reads.ChoicesAsync(Stop);
        Assert.Equal(["企业养老机构", "工伤机构"], choices.Agencies.Select(a => a.Name));
        Assert.Equal(2, choices.Handlers.Count);
        Assert.Equal([2026], choices.Years);
    }

    [Theory]
    [InlineData("number", false)]
    [InlineData("number", true)]
    [InlineData("unit", false)]
    [InlineData("unit", true)]
    [InlineData("deadline", false)]
    [InlineData("deadline", true)]
    [InlineData("filed", false)]
    [InlineData("filed", true)]
    [InlineData("nonsense", true)]
    public async Task Every_order_pages_through_all_rows_once(string sort, bool descending)
    {
        for (var i = 1; i <= 25; i++)
        {
            _office.File($"WT-2026-{i:0000}", i % 2 == 0 ? _office.Agency : _office.OtherAgency, on: new DateOnly(2026, 11, 1).AddDays(i % 5));
        }

        var reads = _office.Reads(_office.Clerk);
        var first = await reads.ListAsync(new FindingFilter(), new Paging(1, sort, descending), Stop);
        var second = await reads.ListAsync(new FindingFilter(), new Paging(2, sort, descending), Stop);

        Assert.Equal((25, 20, 5), (first.Total, first.Rows.Count, second.Rows.Count));
        Assert.Equal(25, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task Counts_are_the_totals_of_the_lists_they_open()
    {
        _office.File("WT-2026-0001");
        await _office.InvestigatingAsync("WT-2026-0002");
        _office.FileRegistered("WT-2026-0003", FindingState.RectificationOrdered, new(2026, 11, 17));
        _office.FileRegistered("WT-2026-0004", FindingState.RectificationOrdered, new(2026, 11, 30));
        _office.FileRegistered("WT-2026-0005", FindingState.RectificationReported, new(2026, 11, 1));
        _office.FileRegistered("WT-2026-0006", FindingState.Closed, fedBackOn: new(2026, 10, 8));
        var reads = _office.Reads(_office.Clerk);

        var counts = await reads.CountsAsync(Stop);

        foreach (var (group, count) in counts.Groups)
        {
            Assert.Equal((await reads.ListAsync(new FindingFilter { Group = group }, new Paging(), Stop)).Total, count);
        }

        Assert.Equal((5, 1, 1), (counts.Groups[FindingGroup.Open], counts.Overdue, counts.DueSoon));
    }

    [Fact]
    public async Task Whoever_is_recused_finds_nothing_in_list_counts_export_detail_or_by_number()
    {
        var hidden = _office.File("WT-2026-0001");
        var alone = _office.File("WT-2026-0002", _office.OtherAgency);
        _office.Recuse(_office.Clerk.Person, RecusalMatter.Of(_office.Agency));
        _office.Recuse(_office.Clerk.Person, RecusalMatter.Of(alone));
        var reads = _office.Reads(_office.Clerk);

        Assert.Equal(0, (await reads.ListAsync(new FindingFilter(), new Paging(), Stop)).Total);
        Assert.Equal(0, (await reads.CountsAsync(Stop)).Groups[FindingGroup.Open]);
        Assert.Empty(await reads.ExportAsync(new FindingFilter(), new Paging(), Stop));
        Assert.Null(await reads.GetAsync(hidden, Stop));
        Assert.Null(await reads.GetAsync(alone, Stop));
        Assert.Null(await reads.GetAsync(FindingId.New(), Stop));
        Assert.Null(await reads.FindAsync("WT-2026-0001", Stop));
        Assert.DoesNotContain((await reads.ChoicesAsync(Stop)).Agencies, a => a.Id == _office.Agency.Value);
        Assert.Equal(2, (await _office.Reads(_office.OtherClerk).ListAsync(new FindingFilter(), new Paging(), Stop)).Total);
    }

    [Fact]
    public async Task The_author_is_named_to_the_section_and_to_nobody_else()
    {
        var id = _office.File("WT-2026-0001");

        var forClerk = await _office.Reads(_office.Clerk).GetAsync(id, Stop);
        var forChief = await _office.Reads(_office.Chief).GetAsync(id, Stop);

        Assert.Equal(["谭示安"], forClerk!.Authors);
        Assert.Empty(forChief!.Authors);
        Assert.Empty(forChief.Acts);
        Assert.All(forChief.Steps, s => Assert.NotEqual("谭示安", s.Who));
        Assert.True(forChief.Steps[^1].ByAuthor);
    }

    [Fact]
    public async Task A_finding_says_what_comes_next_and_why_the_rest_is_not_possible()
    {
        var id = await _office.OrderedAsync("WT-2026-0001", _office.Today.AddDays(30));

        var shown = await _office.Reads(_office.Clerk).GetAsync(id, Stop);

        Assert.Equal(FindingAct.ReceiveReply, shown!.Next);
        Assert.Equal(FindingActs.OfTheSection, shown.Acts.Select(a => a.Act));
        Assert.Equal([FindingAct.ReceiveReply, FindingAct.Extend, FindingAct.AssignHandler], shown.Acts.Where(a => a.WhyNot is null).Select(a => a.Act));
        Assert.All(shown.Acts.Where(a => a.WhyNot is not null), a => Assert.Equal("Finding_WrongState", a.WhyNot!.Code));
        Assert.Equal([FindingEventKind.RectificationOrdered, FindingEventKind.Concluded], shown.Steps.Take(2).Select(s => s.Kind));
    }

    [Fact]
    public async Task After_an_appeal_a_finding_is_in_no_list_of_its_old_outcome()
    {
        var disputed = await _office.AppealedAsync("WT-2026-0001");
        var turnedAway = _office.File("WT-2026-0002");
        await _office.Handling(_office.Clerk).NotAcceptAsync(turnedAway, _office.VersionOf(turnedAway), "不属本部门", Stop);
        await _office.Handling(_office.Clerk).FeedBackAsync(turnedAway, _office.VersionOf(turnedAway), "不属本部门", Stop);
        Assert.Equal([turnedAway], await ListedAsync(FindingOutcome.NotAccepted));
        await _office.AppealAsync(turnedAway);

        Assert.Empty(await ListedAsync(FindingOutcome.Substantiated));
        Assert.Empty(await ListedAsync(FindingOutcome.NotAccepted));
        Assert.Equal([turnedAway, disputed], await ListedAsync(FindingOutcome.Pending));
        Assert.Null((await _office.Reads(_office.Clerk).ListAsync(new FindingFilter(), new Paging(), Stop)).Rows.Single(r => r.Id == disputed).Deadline);

        async Task<IEnumerable<FindingId>> ListedAsync(FindingOutcome outcome) =>
            (await _office.Reads(_office.Clerk).ListAsync(new FindingFilter { Outcome = outcome }, new Paging(Sort: "number", Descending: true), Stop)).Rows.Select(r => r.Id);
    }

    [Fact]
    public async Task While_leadership_is_asked_the_next_move_is_not_the_sections()
    {
        var id = await _office.InvestigatingAsync("WT-2026-0001");
        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.Substantiated, "严重", true, null, serious: true, Stop);

        var shown = await _office.Reads(_office.Clerk).GetAsync(id, Stop);

        Assert.Null(shown!.Next);
        Assert.False(shown.Proposal!.CanDecide);
        Assert.True((await _office.Reads(_office.Chief).GetAsync(id, Stop))!.Proposal!.CanDecide);
    }

    [Fact]
    public async Task Internal_limits_count_as_the_office_has_set_them()
    {
        // Friday 20 November 2026: three working days later is Wednesday.
        var id = _office.File("WT-2026-0001", on: new(2026, 11, 20));
        var submitted = (await _office.Reads(_office.Clerk).GetAsync(id, Stop))!.Limit!;
        Assert.Equal((FindingAct.Register, new DateOnly(2026, 11, 25)), (submitted.Act, submitted.How.LastDay));

        await _office.Handling(_office.Clerk).RegisterAsync(id, _office.VersionOf(id), Stop);
        Assert.Null((await _office.Reads(_office.Clerk).GetAsync(id, Stop))!.Limit);

        await _office.Handling(_office.Clerk).InvestigateAsync(id, _office.VersionOf(id), _office.Clerk.Person, Stop);
        Assert.Equal(_office.Today.AddDays(60), (await _office.Reads(_office.Clerk).GetAsync(id, Stop))!.Limit!.How.LastDay);

        await _office.Handling(_office.Clerk).ConcludeAsync(id, _office.VersionOf(id), FindingConclusion.SuggestionNoted, "留存", false, null, false, Stop);
        var concluded = (await _office.Reads(_office.Clerk).GetAsync(id, Stop))!.Limit!;
        Assert.Equal((FindingAct.FeedBack, new DateOnly(2026, 12, 7)), (concluded.Act, concluded.How.LastDay));
    }

    [Fact]
    public async Task The_same_unit_and_category_within_a_year_is_pointed_out()
    {
        var id = _office.File("WT-2026-0003");
        _office.File("WT-2026-0001", on: new(2026, 3, 1));
        _office.File("WT-2025-0001", on: new(2025, 3, 1));
        _office.File("WT-2026-0002", category: FindingCategory.DataPrivacy);

        Assert.Equal("WT-2026-0001", Assert.Single((await _office.Reads(_office.Clerk).GetAsync(id, Stop))!.Related).Number);
    }

    [Fact]
    public async Task Supervisors_read_nothing_of_the_sections_side()
    {
        var reads = _office.Reads(Acting.Supervisor(_office.Author));

        await Assert.ThrowsAsync<AccessDeniedException>(() => reads.ListAsync(new FindingFilter(), new Paging(), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => reads.ExportAsync(new FindingFilter(), new Paging(), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => reads.CountsAsync(Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => reads.ChoicesAsync(Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => reads.GetAsync(FindingId.New(), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => reads.FindAsync("WT-2026-0001", Stop));
    }

    [Fact]
    public async Task Reading_costs_the_same_number_of_queries_however_many_rows()
    {
        _office.File("WT-2026-0001");
        var reads = _office.Reads(_office.Clerk);
        var listOfOne = await CountedQueries.OfAsync(_office.Db, () => reads.ListAsync(new FindingFilter(), new Paging()));
        var id = _office.File("WT-2026-0002");
        var detail = await CountedQueries.OfAsync(_office.Db, () => reads.GetAsync(id));
        for (var i = 3; i <= 20; i++)
        {
            _office.File($"WT-2026-{i:0000}");
        }

        await _office.Handling(_office.Clerk).RegisterAsync(id, _office.VersionOf(id), Stop);

        Assert.InRange(listOfOne, 1, 6);
        Assert.Equal(listOfOne, await CountedQueries.OfAsync(_office.Db, () => reads.ListAsync(new FindingFilter(), new Paging())));
        Assert.InRange(detail, 1, 15);
        // By another circuit: one that read it a moment ago puts nothing down again.
        Assert.Equal(detail, await CountedQueries.OfAsync(_office.Db, () => _office.Reads(_office.Clerk).GetAsync(id)));
    }

    private static FindingAddress Address(string name, string value) => name switch
    {
        "group" => new(Group: value),
        "due" => new(Due: value),
        "state" => new(State: value),
        "category" => new(Category: value),
        "year" => new(Year: value),
        "month" => new(Month: value),
        "outcome" => new(Outcome: value),
        _ => new(Q: value),
    };
}
