using Portal.Domain.People;

namespace Portal.Tests.Domain.People;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("电话15400000001", "15400000001")]
    [InlineData("电话 154 0000 0001 有效", "154 0000 0001")]
    [InlineData("154-0000-0001", "154-0000-0001")]
    [InlineData("１５４００００００１０", "１５４００００００１０")]
    [InlineData("+86 15400000001", "86 15400000001")]
    [InlineData("身份证99021119680412011X。", "99021119680412011")]
    [InlineData("990203197509230222", "990203197509230222")]
    [InlineData("旧证990203750923022", "990203750923022")]
    [InlineData("卡号6222 0000 0000 0000 123", "6222 0000 0000 0000 123")]
    [InlineData("154.0000.0001", "154.0000.0001")]
    [InlineData("154*0000*0001", "154*0000*0001")]
    [InlineData("٠١٥٤٠٠٠٠٠٠٠١", "٠١٥٤٠٠٠٠٠٠٠١")]
    [InlineData("15400000001 8:30-17:30", "15400000001 8")]
    [InlineData("15400000001 3号楼", "15400000001 3")]
    [InlineData("15400000001-2", "15400000001-2")]
    public void A_number_is_found_however_it_is_written(string text, string number)
    {
        Assert.Equal(number, PersonalNumbers.Find(text));
    }

    [Theory]
    [InlineData("公示时间：2026年3月2日至2026年3月9日。")]
    [InlineData("2026-03-02 至 2026-03-09")]
    [InlineData("株人社监〔2026〕3号")]
    [InlineData("办公电话 0731-28680000")]
    [InlineData("共 8 名，基金 12345678901.50 元以下")]
    [InlineData("")]
    [InlineData(null)]
    public void Dates_numbers_of_documents_and_office_telephones_are_none(string? text)
    {
        Assert.Null(PersonalNumbers.Find(text));
    }

    [Fact]
    public void The_offices_own_number_may_stand_there_and_no_other()
    {
        Assert.Null(PersonalNumbers.Find("请拨 154 0000 0099", "15400000099"));
        Assert.Null(PersonalNumbers.Find("请拨 154 0000 0099 8:30-17:30", "15400000099"));
        Assert.Equal("15400000098", PersonalNumbers.Find("请拨 15400000099 或 15400000098", "154-0000-0099"));
    }
}
