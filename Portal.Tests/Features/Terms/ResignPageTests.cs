using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.Appointments;
using Portal.Domain.People;
using Portal.Features.Dismissals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Terms;

public sealed class ResignPageTests : FeaturePages
{
    private readonly PersonId _person;

    public ResignPageTests()
    {
        _person = Office.Supervisor("谭示安");
        Services.AddScoped(_ => Acting.Supervisor(_person).Guard());
        AddAuthorization().SetAuthorized("谭示安").SetRoles(nameof(PortalRole.Supervisor));
    }

    [Fact]
    public void It_takes_words_a_day_within_the_term_and_a_tick_and_then_says_what_was_sent()
    {
        var page = At<Resign>("/my/office/resign");
        Assert.Contains("聘书和监督员证", page.Find("[data-testid=what-next]").TextContent, StringComparison.Ordinal);

        page.Find("form").Submit();
        Assert.Contains("请写明辞任声明", page.Find("#statement-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("请勾选确认", page.Find("#confirmed-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=statement]").Input("本人因工作变动，自愿辞任。");
        page.Find("[data-testid=confirmed]").Change(true);
        page.Find("[data-testid=effective]").Change("2029-05-09");
        page.Find("form").Submit();
        Assert.Contains("第十七条", page.Find("#effective-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Office.Read(db => db.Dismissals.ToList()));
        page.Find("[data-testid=effective]").Change("2026-12-01");
        page.Find("form").Submit();

        var sent = Office.Read(db => db.Dismissals.Single());
        Assert.Equal((DismissalGround.Resignation, DismissalState.Drafted, new DateOnly(2026, 12, 1), "本人因工作变动，自愿辞任。"), (sent.Ground, sent.State, sent.EffectiveOn, sent.Facts));
        Assert.Contains(sent.Number, page.Find("[data-testid=resigned]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Another_matter_that_is_open_is_not_told_of_and_the_resignation_is_taken()
    {
        var term = Office.Read(db => db.Appointments.Single());
        Office.Change(db => db.Dismissals.Add(DismissalCase.Draft(
            DismissalCaseId.New(), "JP-2026-0009", term, DismissalGround.WorkOrHealth, new DismissalEvidence("调离本市"), anotherOpen: false, PersonId.New(), SmallOffice.Today)));
        var page = At<Resign>("/my/office/resign");

        page.Find("[data-testid=statement]").Input("自愿辞任");
        page.Find("[data-testid=confirmed]").Change(true);
        page.Find("form").Submit();

        Assert.Equal(2, Office.Read(db => db.Dismissals.Count()));
        Assert.DoesNotContain("JP-2026-0009", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Sent_from_two_windows_it_is_taken_once_and_the_other_says_so()
    {
        var page = At<Resign>("/my/office/resign");
        var term = Office.Read(db => db.Appointments.Single());
        Office.Change(db => db.Dismissals.Add(DismissalCase.Resign(DismissalCaseId.New(), "JP-2026-0009", term, "自愿辞任", null, anotherOpen: false, SmallOffice.Today)));

        page.Find("[data-testid=statement]").Input("自愿辞任");
        page.Find("[data-testid=confirmed]").Change(true);
        page.Find("form").Submit();

        Assert.Contains("第十八条", Assert.Single(Told), StringComparison.Ordinal);
        Assert.Contains("JP-2026-0009", page.Find("[data-testid=resigned]").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, Office.Read(db => db.Dismissals.Count()));
    }
}
