using Portal.Domain.Documents;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;

namespace Portal.Tests.Domain.Documents;

/// <summary>A document once issued: its words are frozen, and void it keeps its number.</summary>
public sealed class IssuedDocumentTests
{
    private static readonly DateOnly s_today = new(2026, 12, 31);
    private static readonly DocumentNumber s_number = DocumentNumber.OfOffice("{0}〔{1}〕{2}号", "株人社监", 2026, 7);

    private static readonly Dictionary<DocumentField, string> s_values = new()
    {
        [DocumentField.Name] = "谭示安",
        [DocumentField.Ground] = "五",
        [DocumentField.EffectiveOn] = "2027年1月1日",
        [DocumentField.Authority] = "某市人社局",
    };

    private readonly PersonId _clerk = PersonId.New();

    [Fact]
    public void What_is_left_open_is_filled_in_and_what_is_not_known_is_left_to_be_written_by_hand()
    {
        var document = Issued("{Name}：第（{Ground}）项，自{EffectiveOn}起。电话：{Phone}。");

        Assert.Equal("谭示安：第（五）项，自2027年1月1日起。电话：________。", document.Text);
        Assert.Equal(("株人社监〔2026〕7号", "FW", 2026, 7), (document.Number, document.Series, document.Year, document.Sequence!.Value));
        Assert.Equal(("某市人社局", 1, "谭示安"), (document.Authority, document.Edition, document.Subject));
        Assert.Equal(s_values, document.Values());
        Assert.Contains("谭示安", document.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_filled_in_is_not_filled_in_again()
    {
        var template = DocumentTemplate.First(DocumentKind.DismissalNotice, "通知", "{Name}{Ground}{EffectiveOn}", null);

        var document = IssuedDocument.Issue(
            template, new DocumentOrder(DocumentKind.DismissalNotice, "x"), new Dictionary<DocumentField, string>(s_values) { [DocumentField.Name] = "{Ground}" }, s_number, _clerk, s_today);

        Assert.StartsWith("{Ground}五", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Void_it_keeps_its_number_with_the_reason_and_only_once()
    {
        var document = Issued();
        Assert.Equal(DocumentRules.ReasonMissing(), Assert.Throws<RuleViolationException>(() => document.DeclareVoid(" ", _clerk, s_today)).Violation);

        document.DeclareVoid("日期有误", _clerk, s_today);

        Assert.True(document.IsVoid);
        Assert.Equal(("株人社监〔2026〕7号", "日期有误", s_today, _clerk), (document.Number, document.VoidReason, document.VoidedOn!.Value, document.VoidedBy!.Value));
        Refused.Same(DocumentRules.VoidAlready(), document.WhyNotVoid());
    }

    [Fact]
    public void It_is_issued_anew_only_when_void_and_nothing_took_its_place_and_the_number_is_its_own()
    {
        var document = Issued();
        Refused.Same(DocumentRules.NotVoid(), document.WhyNotReissue(another: false));

        document.DeclareVoid("日期有误", _clerk, s_today);

        Assert.Null(document.WhyNotReissue(another: false));
        Refused.Same(DocumentRules.IssuedAnew(), document.WhyNotReissue(another: true));
        var letter = IssuedDocument.Issue(
            DocumentTemplate.First(DocumentKind.AppointmentLetter, "聘书", "{Name}{TermStart}{TermEnd}", null), new DocumentOrder(DocumentKind.AppointmentLetter, "x"), s_values,
            DocumentNumber.Parse("PS-2026-0001"), _clerk, s_today);
        letter.DeclareVoid("污损", _clerk, s_today);
        Refused.Same(DocumentRules.NumberOfAnother(), letter.WhyNotReissue(another: false));
    }

    [Fact]
    public void A_number_of_another_series_is_a_mistake_of_the_programme() =>
        Assert.Throws<ArgumentException>(() => Issued(number: DocumentNumber.Parse("PS-2026-0001")));

    [Fact]
    public void Filled_in_it_may_be_longer_than_a_document_can_be()
    {
        var values = new Dictionary<DocumentField, string>(s_values) { [DocumentField.Name] = new string('长', IssuedDocument.TextLength) };
        var template = DocumentTemplate.First(DocumentKind.DismissalNotice, "通知", "{Name}：{Ground}{EffectiveOn}", null);

        var refused = Assert.Throws<RuleViolationException>(() => IssuedDocument.Issue(template, new DocumentOrder(DocumentKind.DismissalNotice, "x"), values, s_number, _clerk, s_today));

        Refused.Same(DocumentRules.TooLong(IssuedDocument.TextLength), refused.Violation);
    }

    [Theory]
    [InlineData("某市人社局", null)]
    [InlineData(" ", "Document_NameMissing")]
    public void A_document_is_issued_in_somebodys_name(string name, string? refused) => Assert.Equal(refused, IssuedDocument.WhyNotSign(name)?.Code);

    private IssuedDocument Issued(string body = "{Name}：第（{Ground}）项，自{EffectiveOn}起。", DocumentNumber? number = null) => IssuedDocument.Issue(
        DocumentTemplate.First(DocumentKind.DismissalNotice, "解聘通知书", body, null), new DocumentOrder(DocumentKind.DismissalNotice, "谭示安"), s_values, number ?? s_number, _clerk, s_today);
}
