using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Domain.People;
using Portal.Domain.Recruitment;
using Portal.Domain.Rules;
using Portal.Features.Recruitment;
using Portal.Features.Supervisors;
using Portal.Tests.Features.Recruitment;
using Portal.Tests.Support;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>A full identity number is shown for a minute to who gives a reason, and only once that is on record.</summary>
public sealed class RevealTests : FeaturePages
{
    private const string Full = "99020319850101001X";
    private const string Masked = "9****************X";

    [Fact]
    public void It_is_shown_for_sixty_seconds_with_a_reason_on_record()
    {
        var person = Office.Supervisor("甲");
        var clerk = As(PortalRole.Administrator);
        var page = At<SupervisorDetail>($"/supervisors/{person}", person.Value);
        Assert.Equal(Masked, page.Find("[data-testid=id-number]").TextContent);

        page.Find("[data-testid=reveal]").Click();
        Assert.True(page.Find("[data-testid=reason-act]").HasAttribute("disabled"));
        page.Find("[data-testid=reason]").Input(" 核对聘任名册 ");
        page.Find("[data-testid=reason-act]").Click();

        Assert.Equal(Full, page.Find("[data-testid=id-number]").TextContent);
        Assert.Equal(new SensitiveRead(SensitiveReadKind.IdentityNumber, clerk.Person, person.Value.ToString(), "核对聘任名册", nameof(Person.IdNumber)), Assert.Single(Reads.All));
        Office.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Contains(Full, page.Markup, StringComparison.Ordinal);
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.DoesNotContain(Full, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void It_can_be_hidden_at_once()
    {
        var person = Office.Supervisor("甲");
        As(PortalRole.Administrator);
        var page = At<SupervisorDetail>($"/supervisors/{person}", person.Value);
        page.Find("[data-testid=reveal]").Click();
        page.Find("[data-testid=reason]").Input("核对");
        page.Find("[data-testid=reason-act]").Click();

        page.Find("[data-testid=hide]").Click();

        Assert.DoesNotContain(Full, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Leadership_is_not_offered_it()
    {
        var person = Office.Supervisor("甲");
        As(PortalRole.Leadership);

        var page = At<SupervisorDetail>($"/supervisors/{person}", person.Value);

        Assert.Contains(Masked, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=reveal]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_reason_nothing_is_shown(string reason)
    {
        var person = Office.Supervisor("甲");

        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Service(PortalRole.Administrator).RevealAsync(person, reason, Cancel));

        Assert.Equal(PersonRules.RevealReasonMissing().Code, refused.Violation.Code);
        Assert.Empty(Reads.All);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        var person = Office.Supervisor("甲");
        Reads.IsBroken = true;

        await Assert.ThrowsAsync<IOException>(() => Service(PortalRole.Administrator).RevealAsync(person, "核对", Cancel));
    }

    [Theory]
    [InlineData(PortalRole.Leadership)]
    [InlineData(PortalRole.Supervisor)]
    public async Task Nobody_else_is_told(PortalRole role)
    {
        var person = Office.Supervisor("甲");

        await Assert.ThrowsAsync<AccessDeniedException>(() => Service(role).RevealAsync(person, "核对", Cancel));
        Assert.Empty(Reads.All);
    }

    [Fact]
    public async Task Of_somebody_who_is_not_there_and_of_staff_nothing_is_told()
    {
        var staff = Office.Staff(PortalRole.Leadership);

        Assert.Null(await Service(PortalRole.Administrator).RevealAsync(PersonId.New(), "核对", Cancel));
        Assert.Null(await Service(PortalRole.Administrator).RevealAsync(staff.Person, "核对", Cancel));
        Assert.Empty(Reads.All);
    }

    [Fact]
    public void An_applicants_numbers_are_shown_in_the_same_way_each_with_its_own_reason()
    {
        var clerk = As(PortalRole.Administrator);
        var id = Applied();
        var page = At<ApplicationDetail>($"/recruitment/applications/{id}", id.Value);
        Assert.DoesNotContain(Selection.Ou, page.Markup, StringComparison.Ordinal);

        page.Find("[data-testid=reveal-number]").Click();
        page.Find("[data-testid=reason]").Input("向法院核查");
        page.Find("[data-testid=reason-act]").Click();
        Assert.Equal(Selection.Ou, page.Find("[data-testid=number]").TextContent);
        Assert.Equal(new SensitiveRead(SensitiveReadKind.Applicant, clerk.Person, id.Value.ToString(), "向法院核查", nameof(Person.IdNumber)), Assert.Single(Reads.All));
        page.Find("[data-testid=reveal-phone]").Click();
        page.Find("[data-testid=reason]").Input("通知面谈");
        page.Find("[data-testid=reason-act]").Click();
        Assert.DoesNotContain("*", page.Find("[data-testid=phone]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, Reads.All.Count);

        Office.Clock.Advance(TimeSpan.FromSeconds(60));
        page.WaitForAssertion(() => Assert.DoesNotContain(Selection.Ou, page.Markup, StringComparison.Ordinal));
        Assert.Contains("*", page.Find("[data-testid=phone]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_applicants_number_is_told_to_nobody_else_and_to_no_stale_sign_in()
    {
        var id = Applied();
        var clerk = Office.Staff(PortalRole.Administrator);

        foreach (var acting in new[] { Office.Staff(PortalRole.Leadership), Office.Staff(PortalRole.Supervisor), new Acting(PortalRole.Administrator, clerk.Person) { IsConfirmed = false } })
        {
            await using var services = PortalServices.For(acting, Office.Db, Office.Db.Pulse, Office.Clock);
            await Assert.ThrowsAsync<AccessDeniedException>(() => services.GetRequiredService<ApplicationService>().RevealAsync(id, ApplicantNumber.Identity, "核对", Cancel));
        }

        await using var own = PortalServices.For(clerk, Office.Db, Office.Db.Pulse, Office.Clock);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => own.GetRequiredService<ApplicationService>().RevealAsync(id, ApplicantNumber.Telephone, " ", Cancel));
        Assert.Equal(PersonRules.RevealReasonMissing().Code, refused.Violation.Code);
        Assert.Null(await own.GetRequiredService<ApplicationService>().RevealAsync(RecruitmentApplicationId.New(), ApplicantNumber.Identity, "核对", Cancel));
    }

    private RecruitmentApplicationId Applied()
    {
        var batch = RecruitmentBatch.Plan(
            RecruitmentBatchId.New(), "XP-2026-0001", "选聘", "公告", SmallOffice.Today.AddDays(-3), SmallOffice.Today.AddDays(3), applications: true, recommendations: true, TermAlignment.Individual, null);
        batch.Publish(SmallOffice.Today);
        var application = Application.Submit(
            RecruitmentApplicationId.New(), batch, "BM-2026-0001",
            new Applicant("欧示诺", IdentityNumber.FromStore(Selection.Ou), PhoneNumber.FromStore("15400000031"), District.Shifeng, "示例学校", null, SourceCategory.PublicRepresentative, "愿意"),
            RecruitmentChannel.OpenRecruitment, null, [], new ApplicationCircumstances(Declared: true, InOffice: false, HasLiveApplication: false), null, Office.Clock.GetUtcNow(), SmallOffice.Today);
        Office.Change(db => db.AddRange(batch, application));
        return application.Id;
    }

    private SupervisorService Service(PortalRole role) => new(Office.Db, Office.Staff(role).Guard(), Office.Db.Views, Reads, Office.Clock);
}
