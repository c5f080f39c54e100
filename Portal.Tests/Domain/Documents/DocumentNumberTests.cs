using Portal.Domain.Documents;
using Portal.Tests.Domain.Rules;

namespace Portal.Tests.Domain.Documents;

/// <summary>How numbers are written, and that none is left out in silence (domain.md A7).</summary>
public sealed class DocumentNumberTests
{
    private const string Form = "{0}〔{1}〕{2}号";

    [Theory]
    [InlineData(2026, 7, "株人社监〔2026〕7号")]
    [InlineData(2027, 120, "株人社监〔2027〕120号")]
    public void An_official_number_has_code_word_and_whole_year_and_no_zeros_in_front(int year, int sequence, string text)
    {
        var number = DocumentNumber.OfOffice(Form, "株人社监", year, sequence);

        Assert.Equal((DocumentForm.Official, year, sequence, text), (number.Series, number.Year, number.Sequence, number.Text));
    }

    [Fact]
    public void A_number_of_the_office_itself_is_padded_and_is_read_back()
    {
        var number = DocumentNumber.Internal(DocumentForm.AppointmentLetters, 2026, 7);

        Assert.Equal("PS-2026-0007", number.Text);
        Assert.Equal(number, DocumentNumber.Parse("PS-2026-0007"));
        Assert.Throws<FormatException>(() => DocumentNumber.Parse("株人社监〔2026〕7号"));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, 3, "")]
    [InlineData(new[] { 3, 1 }, 3, "2-2")]
    [InlineData(new int[0], 4, "1-4")]
    [InlineData(new[] { 3, 4, 7 }, 9, "1-2 5-6 8-9")]
    public void Numbers_that_no_document_bears_are_named(int[] borne, int last, string gaps) =>
        Assert.Equal(gaps, string.Join(' ', DocumentNumber.Gaps(borne, last).Select(g => $"{g.From}-{g.To}")));

    [Theory]
    [InlineData("株人社监", null)]
    [InlineData("", null)]
    [InlineData("株人社2026", "Document_CodeWithFigures")]
    [InlineData("株洲市人力资源和社会保障局基金监督科监督字", "Document_TooLong")]
    public void A_code_word_is_short_and_has_no_figures(string code, string? refused) => Assert.Equal(refused, DocumentNumber.WhyNotCode(code)?.Code);

    [Fact]
    public void Every_kind_has_its_series()
    {
        Assert.Equal(
            "FW FW FW PS FW JM FW JS - -",
            string.Join(' ', Enum.GetValues<DocumentKind>().Select(k => DocumentForm.Of(k).Series ?? "-")));
        Assert.Equal([DocumentKind.IntroductionLetter], Enum.GetValues<DocumentKind>().Where(k => DocumentForm.Of(k).HasStub));
    }
}
