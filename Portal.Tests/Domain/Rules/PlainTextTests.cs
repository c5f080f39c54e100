using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Rules;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("窗口排队\n超过四十人\t。")]
    [InlineData("𠮷野家与👨‍👩‍👧")]
    [InlineData("Zoë, naïve")]
    [InlineData("")]
    public void What_people_write_is_kept(string text)
    {
        Assert.Equal(-1, PlainText.IndexOfUnfit(text));
        Assert.Null(PlainTextRules.Unfit(text));
        Assert.Equal(text, PlainText.Normalised(text));
    }

    [Theory]
    [InlineData("工资\0单", "0000")]
    [InlineData("工资\u001b[31m单", "001B")]
    [InlineData("工资\u0085单", "0085")]
    [InlineData("工资\u202e单", "202E")]
    [InlineData("工资\u2066单", "2066")]
    [InlineData("工资\u2028单", "2028")]
    [InlineData("工资\u200b单", "200B")]
    [InlineData("工资\ufeff单", "FEFF")]
    [InlineData("工资\uffff单", "FFFF")]
    [InlineData("工资\ufdd0单", "FDD0")]
    public void What_hides_in_a_text_is_refused_and_named(string text, string character)
    {
        var refused = PlainTextRules.Unfit(text)!;

        Assert.Equal("Text_Unfit", refused.Code);
        Assert.Equal([character, "工资"], refused.Arguments);
    }

    [Theory]
    [InlineData('\ud842')]
    [InlineData('\udfb7')]
    public void Half_a_character_is_refused_and_breaks_nothing(char half)
    {
        var text = $"工资{half}单";

        Assert.Equal(2, PlainText.IndexOfUnfit(text));
        Assert.Equal(text, PlainText.Normalised(text));
    }

    [Fact]
    public void Composed_and_decomposed_writing_become_one()
    {
        Assert.Equal("Zo\u00eb", PlainText.Normalised("Zoe\u0308"));
        Assert.Equal("一\n二\n三", PlainText.Normalised("一\r\n二\r三"));
    }

    [Fact]
    public void Five_hundred_marks_on_one_letter_are_read_in_one_go()
    {
        var marked = "e" + new string('\u0301', 500);

        Assert.Equal(-1, PlainText.IndexOfUnfit(marked));
        Assert.Equal('\u00e9', PlainText.Normalised(marked)[0]);
    }
}
