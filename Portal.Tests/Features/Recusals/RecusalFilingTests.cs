using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Recusals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Recusals;

/// <summary>The section puts a supervisor's recusal on record (domain.md A2.11), and it takes effect when it is decided.</summary>
public sealed class RecusalFilingTests : FeaturePages
{
    private readonly PersonId _supervisor;
    private readonly AgencyId _agency;
    private readonly ActivityId _visit;

    public RecusalFilingTests()
    {
        _supervisor = Office.Supervisor("谭示安");
        _agency = Office.Agency("AG01", "第一经办机构");
        _visit = Office.Activity("2026-20", "第一次明察", SmallOffice.Today.AddDays(5), agencies: _agency);
        Office.Invite(_visit, _supervisor, ParticipationState.Accepted);
    }

    private ParticipationState Part => Office.Read(db => db.Participations.Single().State);

    private RecusalDeclaration Filed => Office.Read(db => db.Recusals.Single());

    private RecusalFilingService Filing => Services.GetRequiredService<RecusalFilingService>();

    [Fact]
    public async Task What_the_section_directs_is_in_effect_once_it_is_decided_and_not_before()
    {
        var clerk = As(PortalRole.Administrator);

        var id = await Filing.DirectAsync(_supervisor, Form(), Cancel);

        Assert.Equal((RecusalState.Directed, clerk.Person, false), (Filed.State, Filed.FiledBy!.Value, Filed.IsInEffect));
        Assert.Equal(ParticipationState.Accepted, Part);
        await Services.GetRequiredService<RecusalService>().AcceptAsync(id, Cancel);
        Assert.Equal(RecusalState.Recused, Filed.State);
        Assert.Equal(ParticipationState.Recused, Part);
    }

    [Fact]
    public async Task What_an_agency_asks_for_is_entered_as_its_request_and_may_be_declined()
    {
        As(PortalRole.Administrator);

        var id = await Filing.RequestAsync(_supervisor, Form(), Cancel);
        Assert.Equal(RecusalState.Requested, Filed.State);
        await Services.GetRequiredService<RecusalService>().DeclineAsync(id, "查无利害关系", Cancel);

        Assert.Equal((RecusalState.NotRequired, "查无利害关系"), (Filed.State, Filed.DecisionReason));
        Assert.Equal(ParticipationState.Accepted, Part);
    }

    [Fact]
    public async Task The_same_matter_is_on_record_once_whoever_filed_it()
    {
        Office.Recuse(_supervisor, RecusalMatter.Of(_agency));
        As(PortalRole.Administrator);

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Filing.DirectAsync(_supervisor, Form(), Cancel));

        Assert.Equal(RecusalRules.AlreadyDeclared(), refused.Violation);
    }

    [Fact]
    public async Task Nobody_is_offered_who_is_not_in_office_and_nothing_that_the_clerk_steps_aside_from()
    {
        var former = Office.Supervisor("旧任", from: new DateOnly(2023, 5, 8), until: new DateOnly(2026, 5, 7));
        var clerk = As(PortalRole.Administrator);
        Assert.Equal([_supervisor.Value], (await Filing.PeopleAsync(Cancel)).Select(choice => choice.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Filing.DirectAsync(former, Form(), Cancel));

        Office.Recuse(clerk.Person, RecusalMatter.Of(_agency));

        var choices = await Filing.ChoicesAsync(_supervisor, Cancel);
        Assert.Empty(choices.Agencies);
        Assert.Empty(choices.Activities);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Filing.RequestAsync(_supervisor, Form(), Cancel));
    }

    [Fact]
    public void The_page_says_what_is_missing_beside_each_field()
    {
        As(PortalRole.Administrator);
        var page = At<FileRecusal>("/recusals/file");

        page.Find("form").Submit();

        Assert.All(["#person-error", "#matter-error", "#ground-error", "#explanation-error"], id => Assert.Contains("第十一条", page.Find(id).TextContent, StringComparison.Ordinal));
        Assert.Empty(Office.Read(db => db.Recusals.ToList()));
    }

    [Fact]
    public void The_page_offers_what_concerns_the_chosen_person_and_leads_to_what_was_filed()
    {
        As(PortalRole.Administrator);
        var page = At<FileRecusal>("/recusals/file");
        page.Find("[data-testid=kind-Activity]").Change("on");
        Assert.Single(page.FindAll("#matter option"));

        page.Find("[data-testid=person]").Change(_supervisor.Value.ToString());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("#matter option").Count));
        page.Find("[data-testid=by-agency]").Change("on");
        page.Find("[data-testid=matter]").Change(_visit.Value.ToString());
        page.Find("[data-testid=ground-OwnInterest]").Change("on");
        page.Find("[data-testid=explanation]").Input("机构来函申请回避");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith($"/recusals/{Filed.Id.Value}", Address.Uri, StringComparison.Ordinal));
        Assert.Equal((RecusalState.Requested, _visit), (Filed.State, Filed.Activity!.Value));
        Assert.Empty(Office.Read(db => db.Drafts.ToList()));
    }

    [Fact]
    public void The_list_leads_to_the_page_for_those_who_may_file_only()
    {
        As(PortalRole.Administrator);
        Assert.Equal("/recusals/file", At<RecusalList>("/recusals").Find("[data-testid=file]").GetAttribute("href"));
    }

    private RecusalForm Form() => new() { Kind = RecusalMatterKind.Agency, Matter = _agency.Value, Ground = RecusalGround.OwnInterest, Explanation = "配偶在该机构工作" };
}
