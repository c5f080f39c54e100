using Portal.Domain.People;

namespace Portal.Tests.Domain.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("15400000001", "15400000001")]
    [InlineData(" 154 0000 0001 ", "15400000001")]
    [InlineData("154-0000-0001", "15400000001")]
    [InlineData("154–0000–0001", "15400000001")] // with dashes of an office program
    [InlineData("+86 154 0000 0001", "15400000001")]
    [InlineData("+86-15400000001", "15400000001")]
    [InlineData("(+86)15400000001", "15400000001")]
    [InlineData("0086 15400000001", "15400000001")]
    [InlineData("8615400000001", "15400000001")]
    [InlineData("＋８６１５４０００００００１", "15400000001")]
    [InlineData("\u202D15400000001\u202C", "15400000001")]
    [InlineData("0731-28680000", "0731-28680000")]
    [InlineData("073128680000", "0731-28680000")]
    [InlineData("0731 28680000", "0731-28680000")]
    [InlineData("0731－28680000－801", "0731-28680000-801")]
    [InlineData("+86 731 28680000", "0731-28680000")]
    [InlineData("+86 0731-28680000", "0731-28680000")]
    [InlineData("01012345678", "010-12345678")]
    [InlineData("+86-10-12345678", "010-12345678")]
    [InlineData("0571-1234567", "0571-1234567")]
    [InlineData("05711234567", "0571-1234567")]
    public void A_telephone_number_has_one_written_form(string typed, string written)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(written, number.Value);
        Assert.Equal(written[0] == '1', number.IsMobile);
        Assert.Equal(number, PhoneNumber.FromStore(number.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12400000001")] // no mobile number begins with 12
    [InlineData("1540000000")]
    [InlineData("154000000011")]
    [InlineData("+1 154 0000 0001")]
    [InlineData("28680000")] // a landline without its area
    [InlineData("0731-286800")]
    [InlineData("0731-286800000")]
    [InlineData("0731-28680000-1234567")]
    [InlineData("1540000000a")]
    [InlineData("١٥٤٠٠٠٠٠٠٠١")]
    public void What_cannot_be_called_in_the_mainland_is_refused(string? typed)
    {
        Assert.False(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(default, number);
    }

    [Theory]
    [InlineData("15400000001", "154****0001")]
    [InlineData("0731-28680000", "0731-****0000")]
    [InlineData("0731-28680000-801", "0731-****0000")]
    public void A_telephone_number_becomes_text_only_masked(string typed, string masked)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(masked, number.Masked);
        Assert.Equal(masked, $"{number}");
        Assert.Equal(string.Empty, default(PhoneNumber).ToString());
    }

    [Fact]
    public void Everybody_in_the_demonstration_can_be_called() =>
        Assert.All(Enumerable.Range(1, 24), n => Assert.True(PhoneNumber.TryParse($"154000000{n:00}", out _)));
}
