using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;

namespace Portal.Tests.Domain.Documents;

/// <summary>The words of a document: what they leave open is known, what has to be left open is, and no edition ever changes.</summary>
public sealed class DocumentTemplateTests
{
    private const string Body = "兹聘请 {Name} 同志，自 {TermStart} 起至 {TermEnd} 止。";

    private static readonly DateOnly s_today = new(2026, 11, 23);

    [Theory]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}，{Nickname}", "Nickname")]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}，{0}", "0")]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}，{}", "")]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}，{Unit}", "Unit")]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}，{name}", "name")]
    public void A_blank_that_this_document_does_not_know_is_refused_by_its_name(string body, string name) =>
        Refused.Same(DocumentRules.UnknownBlank(name), DocumentTemplate.WhyNotBody(DocumentKind.AppointmentLetter, "聘书", body));

    [Theory]
    [InlineData("{Name}同志，{TermStart}至{TermEnd")]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}}")]
    [InlineData("{Name}同志，{TermStart}至{TermEnd}{\n}")]
    public void A_brace_without_its_partner_is_refused(string body) =>
        Refused.Same(DocumentRules.LooseBrace(), DocumentTemplate.WhyNotBody(DocumentKind.AppointmentLetter, "聘书", body));

    [Fact]
    public void What_has_to_be_left_open_is_missed_by_name_unless_the_title_leaves_it_open()
    {
        Refused.Same(DocumentRules.BlankMissing(DocumentField.TermEnd), DocumentTemplate.WhyNotBody(DocumentKind.AppointmentLetter, "聘书", "{Name}，{TermStart}"));
        Assert.Null(DocumentTemplate.WhyNotBody(DocumentKind.AppointmentLetter, "{Name}聘书", "{TermStart}至{TermEnd}"));
    }

    [Fact]
    public void Every_required_blank_of_every_kind_is_required()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var form = DocumentForm.Of(kind);
            foreach (var left in form.Required)
            {
                var body = string.Concat(form.Required.Where(f => f != left).Select(f => $"{{{f}}}")) + "。";
                Refused.Same(DocumentRules.BlankMissing(left), DocumentTemplate.WhyNotBody(kind, "标题", body));
            }

            foreach (var left in form.InStub)
            {
                var stub = string.Concat(form.InStub.Where(f => f != left).Select(f => $"{{{f}}}"));
                Refused.Same(DocumentRules.BlankMissing(left), DocumentTemplate.WhyNotStub(kind, stub));
            }
        }
    }

    [Fact]
    public void Title_and_text_are_there_and_not_longer_than_they_may_be()
    {
        Refused.Same(DocumentRules.TitleMissing(), DocumentTemplate.WhyNotTitle(DocumentKind.AppointmentLetter, "　"));
        Refused.Same(DocumentRules.TooLong(DocumentTemplate.TitleLength), DocumentTemplate.WhyNotTitle(DocumentKind.AppointmentLetter, new string('聘', DocumentTemplate.TitleLength + 1)));
        Refused.Same(DocumentRules.TextMissing(), DocumentTemplate.WhyNotBody(DocumentKind.AppointmentLetter, "聘书", ""));
        Refused.Same(DocumentRules.TextMissing(), DocumentTemplate.WhyNotStub(DocumentKind.IntroductionLetter, null));
        Assert.Null(DocumentTemplate.WhyNotStub(DocumentKind.AppointmentLetter, null));
    }

    [Fact]
    public void A_change_is_the_next_edition_and_the_one_before_stays_as_it_was()
    {
        var first = DocumentTemplate.First(DocumentKind.AppointmentLetter, "聘书", Body, null);
        var clerk = PersonId.New();

        var second = first.Revise("聘　书", Body, null, clerk, s_today);

        Assert.Equal((1, "聘书", null), (first.Edition, first.Title, first.ChangedBy));
        Assert.Equal((2, "聘　书", clerk, s_today), (second.Edition, second.Title, second.ChangedBy!.Value, second.ChangedOn!.Value));
        Assert.NotEqual(first.Id, second.Id);
        var refused = Assert.Throws<RuleViolationException>(() => second.Revise("聘　书", Body, null, clerk, s_today));
        Refused.Same(DocumentRules.Unchanged(), refused.Violation);
    }

    [Fact]
    public void Words_that_the_office_left_alone_follow_the_portals_and_its_own_stay()
    {
        var first = DocumentTemplate.First(DocumentKind.AppointmentLetter, "聘书", Body, null);
        var today = DocumentTemplate.First(DocumentKind.AppointmentLetter, "聘　书", Body, null);

        var next = first.Renewed(today);

        Assert.Equal((2, "聘　书", null, null), (next!.Edition, next.Title, next.ChangedBy, next.ChangedOn));
        Assert.Null(next.Renewed(today));
        Assert.Null(first.Revise("聘请书", Body, null, PersonId.New(), s_today).Renewed(today));
    }
}
