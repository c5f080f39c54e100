using Bunit;
using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Data.Documents;
using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Features.Credentials;
using Portal.Features.Documents;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Documents;

public sealed class DocumentPagesTests : FeaturePages
{
    [Fact]
    public async Task The_register_shows_void_documents_and_numbers_that_none_bears()
    {
        var document = await IssueAsync("谭示安");
        await IssueAsync("罗例清");
        Office.Change(db => db.NumberSeries.Single(s => s.Name == "JM").Last = 4);
        Office.Change(db => db.IssuedDocuments.Single(d => d.Id == document.Id).DeclareVoid("姓名有误", PersonId.New(), SmallOffice.Today));
        As(PortalRole.Administrator);

        var page = At<DocumentList>("/documents");

        Assert.Equal(["JM-2026-0002", "JM-2026-0001"], page.FindAll("[data-testid=documents] tbody th").Select(e => e.TextContent));
        Assert.Equal(["有效", "已作废"], page.FindAll("[data-testid=document-state]").Select(e => e.TextContent.Trim()));
        Assert.Contains("聘期届满告知书（JM） 2026年 第 3 号至第 4 号", page.Find("[data-testid=gaps]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-testid=to-templates]"));
    }

    [Fact]
    public async Task A_document_is_declared_void_with_a_reason_and_issued_anew()
    {
        var document = await IssueAsync("谭示安");
        As(PortalRole.Administrator);
        var page = At<DocumentDetail>($"/documents/{document.Id}", document.Id.Value);
        Assert.Empty(page.FindAll("[data-testid=reissue]"));

        page.Find("[data-testid=void]").Click();
        page.Find("[data-testid=reason]").Input("姓名有误");
        page.Find("[data-testid=reason-act]").Click();

        page.WaitForAssertion(() => Assert.Contains("姓名有误", page.Find("[data-testid=void-reason]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=void]"));
        page.Find("[data-testid=reissue]").Click();
        page.WaitForAssertion(() => Assert.Equal(2, Office.Read(db => db.IssuedDocuments.Count())));
    }

    [Fact]
    public async Task Leadership_reads_and_has_no_act()
    {
        var document = await IssueAsync("谭示安");
        As(PortalRole.Leadership);

        var page = At<DocumentDetail>($"/documents/{document.Id}", document.Id.Value);

        Assert.Contains("谭示安同志：", page.Find("[data-testid=official-text]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=void]"));
        Assert.Empty(At<DocumentList>("/documents").FindAll("[data-testid=to-templates]"));
    }

    [Fact]
    public void What_is_wrong_with_a_template_is_said_next_to_its_field_and_the_paper_follows_what_is_typed()
    {
        As(PortalRole.Administrator);
        var page = Edit(DocumentKind.AppointmentLetter);
        Assert.Equal("{姓名} {起} {止}", page.Find("[data-testid=required]").TextContent);
        Assert.Contains("兹聘请 {姓名} 同志", page.Find("[data-testid=template-body]").GetAttribute("value"), StringComparison.Ordinal);

        page.Find("[data-testid=template-body]").Input("聘请{姓名}，{起}至{止}，{昵称}。");
        Assert.Contains("聘请谭示安，2026年5月8日至2029年5月7日，________。", page.Find("[data-testid=preview]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=template-form]").Submit();
        Assert.Contains("没有名为“昵称”的填写项", page.Find("#template-body-error").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=template-body]").Input("聘请{姓名}，{起}。");
        Assert.Contains("缺少必须保留的填写项“止”", page.Find("#template-body-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#template-title-error").TextContent);

        page.Find("[data-testid=template-body]").Input("聘请{姓名}，{起}至{止}。");
        page.Find("[data-testid=template-form]").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=editions] details").Count));
        var stored = Office.Read(db => db.DocumentTemplates.Where(t => t.Kind == DocumentKind.AppointmentLetter).OrderBy(t => t.Edition).ToList());
        Assert.Equal("聘请{Name}，{TermStart}至{TermEnd}。", stored[1].Body);
        Assert.Equal(OfficialWords.FirstTemplate(DocumentKind.AppointmentLetter).Body, stored[0].Body);
    }

    [Fact]
    public void A_template_reads_in_English_with_its_blanks_in_English()
    {
        Read("en");
        As(PortalRole.Administrator);

        var page = Edit(DocumentKind.AppointmentLetter);

        Assert.Equal("{Name} {Term from} {Term to}", page.Find("[data-testid=required]").TextContent);
        Assert.Contains("兹聘请 {Name} 同志", page.Find("[data-testid=template-body]").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_finds_what_was_issued_to_them_beside_their_card()
    {
        var acting = As(PortalRole.Supervisor);
        Office.Term(acting.Person, 1, new DateOnly(2026, 5, 8), new DateOnly(2029, 5, 7));
        var own = await IssueAsync("旷样田", acting.Person);
        await IssueAsync("罗例清");

        var page = At<MyOffice>("/my/office");

        var link = Assert.Single(page.FindAll("[data-testid=my-print]"));
        Assert.Equal($"/my/documents/{own.Id}/print", link.GetAttribute("href"));
    }

    [Fact]
    public async Task One_who_was_issued_nothing_sees_no_such_part()
    {
        await IssueAsync("罗例清");
        As(PortalRole.Supervisor);

        Assert.Empty(At<MyOffice>("/my/office").FindAll("[data-testid=my-documents]"));
    }

    private IRenderedComponent<EditTemplate> Edit(DocumentKind kind)
    {
        Address.NavigateTo($"/documents/templates/{kind}");
        return Render<EditTemplate>(p => p.Add(e => e.Kind, kind.ToString()));
    }

    private Task<IssuedDocument> IssueAsync(string name, PersonId? person = null) => Office.Db.Work.WriteAsync(
        db => db.IssueAsync(
            new DocumentOrder(DocumentKind.EndOfTermNotice, name) { Person = person, About = Guid.CreateVersion7() },
            new Dictionary<DocumentField, string> { [DocumentField.Name] = name, [DocumentField.TermEnd] = "2026年11月22日" },
            by: null, SmallOffice.Today, cancellationToken: Cancel),
        Cancel);
}
