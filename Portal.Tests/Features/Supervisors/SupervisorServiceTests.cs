using Portal.Access;
using Portal.Data;
using Portal.Domain.Activities;
using Portal.Domain.Appointments;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Features.Supervisors;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Supervisors;

public sealed class SupervisorServiceTests : IDisposable
{
    private static readonly DateOnly s_today = SmallOffice.Today;
    private readonly SmallOffice _office = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task In_office_is_decided_by_dates_and_not_by_the_stored_state()
    {
        _office.Supervisor("甲", until: s_today);
        _office.Supervisor("乙", from: s_today.AddYears(-3), until: s_today.AddDays(-1));
        _office.Supervisor("丙", ended: s_today.AddDays(-1), state: AppointmentState.Dismissed);
        _office.Supervisor("丁", from: s_today.AddDays(1));

        Assert.Equal(["甲"], await NamesAsync(new SupervisorFilter(SupervisorStatus.InOffice)));
        Assert.Equal(["丙", "乙"], await NamesAsync(new SupervisorFilter(SupervisorStatus.Ended)));
        Assert.Equal(["丁"], await NamesAsync(new SupervisorFilter(SupervisorStatus.Upcoming)));
        var ranOut = (await ListAsync(new SupervisorFilter(Text: "乙"))).Rows.Single();
        Assert.Equal((AppointmentState.AutoEnded, SupervisorStatus.Ended), (ranOut.State, ranOut.Status));
    }

    [Fact]
    public async Task The_term_shown_is_the_one_in_office_although_a_renewal_is_already_granted()
    {
        var person = _office.Supervisor("甲", from: new DateOnly(2023, 12, 18), until: new DateOnly(2026, 12, 17));
        _office.Term(person, 2, new DateOnly(2026, 12, 18), new DateOnly(2029, 12, 17), state: AppointmentState.Completed);

        var row = (await ListAsync(new SupervisorFilter())).Rows.Single();

        Assert.Equal((new DateOnly(2026, 12, 17), 24), (row.LastDay, row.DaysLeft));
    }

    [Fact]
    public async Task A_renewal_that_fell_away_before_it_began_is_no_term_to_come()
    {
        var person = _office.Supervisor("甲", from: s_today.AddYears(-2), until: s_today.AddDays(20), ended: s_today.AddDays(-1), state: AppointmentState.Dismissed);
        _office.Term(person, 2, s_today.AddDays(21), s_today.AddYears(3), ended: s_today.AddDays(20), state: AppointmentState.Adjusted);

        var row = (await ListAsync(new SupervisorFilter())).Rows.Single();

        Assert.Equal((AppointmentState.Dismissed, SupervisorStatus.Ended), (row.State, row.Status));
        Assert.Equal(["甲"], await NamesAsync(new SupervisorFilter(SupervisorStatus.Ended)));
        Assert.Empty(await NamesAsync(new SupervisorFilter(SupervisorStatus.Upcoming)));
    }

    [Fact]
    public async Task Ending_soon_counts_the_last_day_itself()
    {
        _office.Supervisor("甲", until: s_today.AddDays(90));
        _office.Supervisor("乙", until: s_today.AddDays(91));
        _office.Supervisor("丙", until: s_today);
        _office.Supervisor("丁", ended: s_today.AddDays(5));
        _office.Supervisor("戊", from: s_today.AddYears(-3), until: s_today.AddDays(-1));

        Assert.Equal(["丁", "丙", "甲"], await NamesAsync(new SupervisorFilter(EndingWithin: 90)));
    }

    [Fact]
    public async Task Group_district_and_channel_filter_together()
    {
        _office.Supervisor("甲", SourceCategory.IndustryAssociation, district: District.Youxian, channel: RecruitmentChannel.UnitRecommendation);
        _office.Supervisor("乙", SourceCategory.IndustryAssociation, district: District.Youxian);
        _office.Supervisor("丙", SourceCategory.PublicRepresentative, district: District.Youxian, channel: RecruitmentChannel.UnitRecommendation);

        Assert.Equal(["甲"], await NamesAsync(new SupervisorFilter(Group: SourceCategory.IndustryAssociation, District: District.Youxian, Channel: RecruitmentChannel.UnitRecommendation)));
    }

    [Theory]
    [InlineData("样", "丁样一")]
    [InlineData("0007", "丁样一")]
    [InlineData("%", "百%分")]
    [InlineData("_", "")]
    [InlineData("'", "")]
    public async Task Text_is_looked_for_in_names_and_card_numbers_and_taken_literally(string text, string found)
    {
        _office.Supervisor("丁样一", card: "ZZ-2026-0007");
        _office.Supervisor("百%分", card: "ZZ-2026-0008");

        Assert.Equal(found.Length == 0 ? [] : [found], await NamesAsync(new SupervisorFilter(Text: text)));
    }

    [Theory]
    [InlineData("name", false, "甲乙丙")]
    [InlineData("name", true, "丙乙甲")]
    [InlineData("card", false, "丙乙甲")]
    [InlineData("card", true, "甲乙丙")]
    [InlineData("until", false, "乙甲丙")]
    [InlineData("until", true, "丙甲乙")]
    [InlineData("nonsense", false, "丙乙甲")]
    public async Task The_list_comes_in_the_order_asked_for(string sort, bool descending, string order)
    {
        _office.Supervisor("甲", card: "ZZ-3", until: new DateOnly(2028, 1, 2));
        _office.Supervisor("乙", card: "ZZ-2", until: new DateOnly(2028, 1, 1));
        _office.Supervisor("丙", card: "ZZ-1", until: new DateOnly(2028, 1, 3));

        var names = await NamesAsync(new SupervisorFilter(), new Paging(1, sort, descending));

        Assert.Equal(sort == "name" ? Ordered(order) : order, string.Concat(names));

        // Names are ordered by code point, as both databases do with a binary collation.
        string Ordered(string of) => string.Concat(descending ? of.OrderDescending() : of.Order());
    }

    [Fact]
    public async Task Who_has_no_valid_card_comes_last_and_still_shows_the_latest_number()
    {
        var lost = _office.Supervisor("甲");
        _office.Card(lost, "ZZ-0001", CardState.Lost);
        _office.Supervisor("乙", card: "ZZ-0009");

        var rows = (await ListAsync(new SupervisorFilter())).Rows;

        Assert.Equal(["乙", "甲"], rows.Select(r => r.Name));
        Assert.Equal(("ZZ-0001", CardState.Lost), (rows[1].CardNumber, rows[1].CardState));
    }

    [Fact]
    public async Task A_page_holds_twenty_and_the_export_holds_all_in_the_same_order()
    {
        for (var i = 0; i < 25; i++)
        {
            _office.Supervisor($"示例{i:00}", card: $"ZZ-{99 - i}");
        }

        var service = Service();
        var first = await service.ListAsync(new SupervisorFilter(), new Paging(1), cancellationToken: Cancel);
        var second = await service.ListAsync(new SupervisorFilter(), new Paging(2), cancellationToken: Cancel);
        var export = await service.ExportAsync(new SupervisorFilter(), new Paging(1), cancellationToken: Cancel);

        Assert.Equal((20, 5, 25), (first.Rows.Count, second.Rows.Count, first.Total));
        Assert.Equal(first.Rows.Concat(second.Rows), export);
    }

    [Fact]
    public async Task Staff_who_never_held_office_are_not_supervisors()
    {
        var staff = _office.Staff(PortalRole.Leadership, "示例局长");

        Assert.Empty((await ListAsync(new SupervisorFilter())).Rows);
        Assert.Null(await Service().GetAsync(staff.Person, cancellationToken: Cancel));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_rows()
    {
        _office.Supervisor("甲");
        var few = await CountedQueries.OfAsync(_office.Db, () => ListAsync(new SupervisorFilter(Text: "")));
        for (var i = 0; i < 15; i++)
        {
            _office.Supervisor($"示例{i}", card: $"ZZ-{i}");
        }

        Assert.Equal(few, await CountedQueries.OfAsync(_office.Db, () => ListAsync(new SupervisorFilter(Text: ""))));
        Assert.Equal(3, few);
    }

    [Fact]
    public async Task The_file_masks_the_numbers_and_counts_the_age_in_completed_years()
    {
        var person = _office.Supervisor("甲");

        var file = (await Service().GetAsync(person, cancellationToken: Cancel))!;

        Assert.Equal("9****************X", file.IdNumberMasked);
        Assert.Equal("154****0001", file.PhoneMasked);
        Assert.Equal(41, file.Age);
    }

    [Fact]
    public async Task The_file_tells_terms_cards_attendance_findings_and_recusals()
    {
        var person = _office.Supervisor("甲", from: new DateOnly(2023, 5, 8), until: new DateOnly(2026, 5, 7), state: AppointmentState.Completed, card: "ZZ-1");
        _office.Term(person, 2, new DateOnly(2026, 5, 8), new DateOnly(2029, 5, 7));
        var agency = _office.Agency("AG01", "示例经办机构");
        var other = _office.Supervisor("乙");
        _office.Invite(_office.Activity("2026-01", "明察", new DateOnly(2026, 3, 5), ActivityState.Completed, agencies: agency), person, ParticipationState.Attended);
        _office.Invite(_office.Activity("2025-01", "培训", new DateOnly(2025, 3, 5), ActivityState.Completed), person, ParticipationState.Absent);
        _office.Finding("WT-2026-0001", person, agency);
        _office.Finding("WT-2026-0002", other, agency, with: person);
        _office.Finding("WT-2026-0003", other, agency);
        _office.Recuse(person, RecusalMatter.Of(agency));

        var file = (await Service().GetAsync(person, cancellationToken: Cancel))!;

        Assert.Equal([2, 1], file.Terms.Select(t => t.Sequence));
        Assert.Equal(["ZZ-1"], file.Cards.Select(c => c.Number));
        Assert.Equal([("2026-01", ParticipationState.Attended)], file.Attendance.Select(a => (a.Number, a.State)));
        Assert.Equal(["WT-2026-0002", "WT-2026-0001"], file.Findings!.Select(f => f.Number));
        Assert.Equal((2, "示例经办机构"), (file.FindingsInAll, file.Recusals.Single().Matter));
        Assert.Equal([2026, 2025, 2024, 2023], file.Years);
        Assert.Equal(["2025-01"], (await Service().GetAsync(person, 2025, cancellationToken: Cancel))!.Attendance.Select(a => a.Number));
        Assert.Equal(2026, (await Service().GetAsync(person, 1999, cancellationToken: Cancel))!.Year);
    }

    [Fact]
    public async Task Attendance_from_before_the_first_term_on_record_is_history_and_can_be_opened()
    {
        var person = _office.Supervisor("甲");
        _office.Invite(_office.Activity("2024-01", "培训", new DateOnly(2024, 3, 5), ActivityState.Completed), person, ParticipationState.Attended);

        Assert.Equal([2026, 2025, 2024], (await Service().GetAsync(person, cancellationToken: Cancel))!.Years);
    }

    [Fact]
    public async Task A_recused_reader_finds_nothing_of_the_matter_in_the_file()
    {
        var person = _office.Supervisor("甲");
        var hidden = _office.Agency("AG01", "回避的机构");
        var open = _office.Agency("AG02", "其他机构");
        var visit = _office.Activity("2026-01", "明察", new DateOnly(2026, 3, 5), ActivityState.Completed, agencies: hidden);
        _office.Invite(visit, person, ParticipationState.Attended);
        var finding = _office.Finding("WT-2026-0001", person, hidden);
        _office.Finding("WT-2026-0002", person, open);
        _office.Recuse(person, RecusalMatter.Of(hidden));
        _office.Recuse(person, RecusalMatter.Of(finding));
        _office.Recuse(person, RecusalMatter.Of(visit));
        var clerk = _office.Staff(PortalRole.Administrator);
        _office.Recuse(clerk.Person, RecusalMatter.Of(hidden));

        var file = (await Service(clerk).GetAsync(person, cancellationToken: Cancel))!;

        Assert.Empty(file.Attendance);
        Assert.Empty(file.Recusals);
        Assert.Equal((1, "WT-2026-0002"), (file.FindingsInAll, file.Findings!.Single().Number));
    }

    [Fact]
    public async Task Leadership_does_not_read_in_a_file_what_the_person_reported()
    {
        var person = _office.Supervisor("甲");
        var agency = _office.Agency("AG01", "示例经办机构");
        _office.Recuse(person, RecusalMatter.Of(_office.Finding("WT-2026-0001", person, agency)));

        var file = (await Service(_office.Staff(PortalRole.Leadership)).GetAsync(person, cancellationToken: Cancel))!;

        Assert.Null(file.Findings);
        Assert.Equal(0, file.FindingsInAll);
        Assert.Empty(file.Recusals);
    }

    [Fact]
    public async Task Leadership_does_not_read_of_an_undercover_visit_before_its_day_in_a_file()
    {
        var person = _office.Supervisor("甲");
        var visit = _office.Activity("2026-09", "暗访", s_today.AddDays(3), mode: SupervisionMode.UnannouncedVisit, agencies: _office.Agency("AG01", "机构"));
        _office.Invite(visit, person);
        _office.Recuse(person, RecusalMatter.Of(visit));

        var leader = (await Service(_office.Staff(PortalRole.Leadership)).GetAsync(person, cancellationToken: Cancel))!;
        var clerk = (await Service().GetAsync(person, cancellationToken: Cancel))!;

        Assert.Empty(leader.Attendance);
        Assert.Empty(leader.Recusals);
        Assert.Equal(("暗访", "暗访"), (clerk.Attendance.Single().Title, clerk.Recusals.Single().Matter));
    }

    [Fact]
    public async Task A_supervisor_reads_neither_the_register_nor_a_file_nor_an_export()
    {
        var person = _office.Supervisor("甲");
        var service = Service(Acting.Supervisor(person));

        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ListAsync(new SupervisorFilter(), new Paging(), cancellationToken: Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.ExportAsync(new SupervisorFilter(), new Paging(), cancellationToken: Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.GetAsync(person, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("inoffice", "90", SupervisorStatus.InOffice, 90)]
    [InlineData("7", "-1", null, null)]
    [InlineData("", "99999", null, null)]
    public void What_an_address_says_wrongly_filters_nothing(string status, string ending, SupervisorStatus? read, int? days)
    {
        var filter = SupervisorFilter.From(status, ending, "x", null, "", "   ");

        Assert.Equal(new SupervisorFilter(read, days), filter);
    }

    private SupervisorService Service(Acting? acting = null) => new(_office.Db, (acting ?? Acting.Administrator()).Guard(), _office.Db.Views, new KeptReads(), _office.Clock);

    private Task<PageOf<SupervisorRow>> ListAsync(SupervisorFilter filter, Paging? paging = null) => Service().ListAsync(filter, paging ?? new Paging());

    private async Task<IEnumerable<string>> NamesAsync(SupervisorFilter filter, Paging? paging = null)
    {
        var page = await ListAsync(filter, paging);
        Assert.Equal(page.Total, page.Rows.Count);
        return page.Rows.Select(r => r.Name);
    }
}
