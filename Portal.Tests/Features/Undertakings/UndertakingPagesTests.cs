using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.People;
using Portal.Domain.Undertakings;
using Portal.Features.Undertakings;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Undertakings;

public sealed class UndertakingPagesTests : FeaturePages
{
    [Fact]
    public void A_refusal_stands_next_to_what_was_typed_and_a_signature_is_said_to_be_there()
    {
        var person = Office.Supervisor("谭示安");
        Office.Change(db => db.Undertakings.Add(Undertaking.Publish("一、保守秘密。", null, person, SmallOffice.Today)));
        Services.AddScoped(_ => Acting.Supervisor(person).Guard());
        AddAuthorization().SetAuthorized("谭示安").SetRoles(nameof(PortalRole.Supervisor));
        var page = At<UndertakingPage>("/my/undertaking");
        Assert.Contains("一、保守秘密。", page.Find("[data-testid=text]").TextContent, StringComparison.Ordinal);

        page.Find("form").Submit();
        Assert.Contains("请先勾选", page.Find("#sign-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=agreed]").Change(true);
        page.Find("[data-testid=name]").Input("谭");
        page.Find("form").Submit();
        Assert.Contains("您本人的姓名", page.Find("#sign-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=name]").Input("谭示安");
        page.Find("form").Submit();

        Assert.Contains("谭示安", page.Find("[data-testid=signed]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void The_first_version_begins_with_words_that_the_office_can_change()
    {
        As(PortalRole.Administrator);
        Office.Supervisor("罗例清");
        var page = At<UndertakingDeskPage>("/undertakings");

        page.Find("[data-testid=new-version]").Click();
        Assert.Contains("郑重承诺", page.Find("[data-testid=new-text]").GetAttribute("value"), StringComparison.Ordinal);
        page.Find("[data-testid=new-text]").Input("  ");
        page.Find("form").Submit();
        Assert.Contains("请写明承诺书的内容", page.Find("#text-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=new-text]").Input("一、保守秘密。");
        page.Find("form").Submit();

        Assert.Equal("一、保守秘密。", Office.Read(db => db.Undertakings.Single().Text));
        Assert.Contains("罗例清", page.Find("[data-testid=unsigned]").TextContent, StringComparison.Ordinal);
    }
}
