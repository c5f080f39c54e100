using Bunit;
using Portal.Access;
using Portal.Confidentiality;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Features.Supervisors;
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
        Assert.Equal(new SensitiveRead(SensitiveReadKind.IdentityNumber, clerk.Person, person.Value.ToString(), "核对聘任名册"), Assert.Single(Reads.All));
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

    private SupervisorService Service(PortalRole role) => new(Office.Db, Office.Staff(role).Guard(), Office.Db.Views, Reads, Office.Clock);
}
