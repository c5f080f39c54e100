using Portal.Domain.People;
using Portal.Tests.Domain.Time;
using static Portal.Tests.Domain.Time.Days;

namespace Portal.Tests.Domain.People;

public sealed class IdentityNumberTests
{
    private const string Specimen = "11010519491231002X";

    private static readonly DateOnly s_today = Day("2026-11-23");

    public static TheoryData<string, string, string, Sex> DemonstrationPeople => new()
    {
        { "D01", "99021119680412011X", "1968-04-12", Sex.Male },
        { "D02", "990203197509230222", "1975-09-23", Sex.Female },
        { "D03", "990202198301050319", "1983-01-05", Sex.Male },
        { "D04", "99021219901118042X", "1990-11-18", Sex.Female },
        { "D05", "990223197112010518", "1971-12-01", Sex.Male },
        { "D06", "990225199607070629", "1996-07-07", Sex.Female },
        { "D07", "990204197903160716", "1979-03-16", Sex.Male },
        { "D08", "990211198505290820", "1985-05-29", Sex.Female },
        { "D09", "990281196608300913", "1966-08-30", Sex.Male },
        { "D10", "990203199202141021", "1992-02-14", Sex.Female },
        { "D11", "990224198810091117", "1988-10-09", Sex.Male },
        { "D12", "990202197706211227", "1977-06-21", Sex.Female },
        { "D13", "990211197302281313", "1973-02-28", Sex.Male },
        { "D14", "990204198108081423", "1981-08-08", Sex.Female },
        { "D15", "990281196901191517", "1969-01-19", Sex.Male },
        { "D16", "990223199312251622", "1993-12-25", Sex.Female },
        { "D17", "990212198705041710", "1987-05-04", Sex.Male },
        { "D18", "990211196410301823", "1964-10-30", Sex.Female },
        { "D19", "990224195703101910", "1957-03-10", Sex.Male },
        { "D20", "990225197209172022", "1972-09-17", Sex.Female },
        { "D21", "990202199802262111", "1998-02-26", Sex.Male },
        { "D22", "990203198906132225", "1989-06-13", Sex.Female },
        { "D23", "990281197611222316", "1976-11-22", Sex.Male },
        { "D24", "990204200002292425", "2000-02-29", Sex.Female },
        { "C01", "990211200111235116", "2001-11-23", Sex.Male },
        { "C02", "990211200111245218", "2001-11-24", Sex.Male },
        { "C03", "990202195511245321", "1955-11-24", Sex.Female },
        { "C04", "990202195511235422", "1955-11-23", Sex.Female },
        { "C05", "990204198601025521", "1986-01-02", Sex.Female },
        { "C06", "990203198203035613", "1982-03-03", Sex.Male },
        { "C07", "990223199109095716", "1991-09-09", Sex.Male },
        { "C08", "990281197905175826", "1979-05-17", Sex.Female },
    };

    [Theory]
    [InlineData(Specimen, Specimen)]
    [InlineData("34052419800101001X", "34052419800101001X")]
    [InlineData("11010519491231002x", Specimen)]
    [InlineData("  110105 19491231 002X\t", Specimen)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", Specimen)]
    [InlineData("110105　19491231　002ｘ", Specimen)] // with the space of a Chinese keyboard
    [InlineData("\u202D11010519491231002X\u202C", Specimen)] // as copied from a telephone's contacts
    public void A_number_is_read_however_it_was_typed(string typed, string written) =>
        Assert.Equal(written, Parsed(typed).Value);

    [Theory]
    [InlineData(null, IdentityNumberProblem.Empty)]
    [InlineData("", IdentityNumberProblem.Empty)]
    [InlineData(" 　 ", IdentityNumberProblem.Empty)]
    [InlineData("110105491231002", IdentityNumberProblem.FifteenDigits)]
    [InlineData("11010549123100X", IdentityNumberProblem.WrongShape)]
    [InlineData("1101051949123100", IdentityNumberProblem.WrongShape)]
    [InlineData("1101051949123100211", IdentityNumberProblem.WrongShape)]
    [InlineData("11010519491231002A", IdentityNumberProblem.WrongShape)]
    [InlineData("1101051949123100X2", IdentityNumberProblem.WrongShape)]
    [InlineData("11010519491231-02X", IdentityNumberProblem.WrongShape)]
    [InlineData("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", IdentityNumberProblem.WrongShape)] // Arabic digits are digits, and not these
    [InlineData("110105194902290029", IdentityNumberProblem.InvalidBirthDate)] // 29 February of a common year, check right
    [InlineData("110105194913310021", IdentityNumberProblem.InvalidBirthDate)]
    [InlineData("110105189912310021", IdentityNumberProblem.InvalidBirthDate)]
    [InlineData("110105202611240021", IdentityNumberProblem.InvalidBirthDate)] // born tomorrow
    [InlineData("110105194912310021", IdentityNumberProblem.WrongCheckCharacter)]
    [InlineData("110105194912310029", IdentityNumberProblem.WrongCheckCharacter)]
    public void A_wrong_number_is_refused_with_its_first_problem(string? typed, IdentityNumberProblem problem)
    {
        Assert.False(IdentityNumber.TryParse(typed, s_today, out var number, out var found));
        Assert.Equal(problem, found);
        Assert.Equal(default, number);
    }

    [Fact]
    public void Every_digit_and_every_swap_of_neighbours_is_watched_by_the_check_character()
    {
        for (var i = 0; i < 17; i++)
        {
            var wrong = Specimen.ToCharArray();
            wrong[i] = (char)('0' + ((wrong[i] - '0' + 1) % 10));
            Assert.False(IdentityNumber.TryParse(new string(wrong), s_today, out _, out _));
        }

        Assert.False(IdentityNumber.TryParse("11010519491231020X", s_today, out _, out _));
    }

    [Fact]
    public void Who_is_born_today_has_a_number_and_who_is_born_tomorrow_has_none()
    {
        Assert.True(IdentityNumber.TryParse(Specimen, Day("1949-12-31"), out _, out _));
        Assert.False(IdentityNumber.TryParse(Specimen, Day("1949-12-30"), out _, out _));
    }

    [Theory]
    [MemberData(nameof(DemonstrationPeople))]
    public void Everybody_in_the_demonstration_has_a_valid_number_of_an_area_that_does_not_exist(string person, string typed, string born, Sex sex)
    {
        Assert.True(IdentityNumber.TryParse(typed, s_today, out var number, out _), person);
        Assert.Equal(Day(born), number.BirthDate);
        Assert.Equal(sex, number.Sex);
        Assert.False(number.IsAreaAssigned);
    }

    [Fact]
    public void An_assigned_area_is_told_from_one_that_is_not()
    {
        Assert.True(Parsed(Specimen).IsAreaAssigned);
        Assert.False(Parsed("990202199001011232").IsAreaAssigned);
    }

    [Fact]
    public void A_number_becomes_text_only_masked()
    {
        var number = Parsed("99021119680412011X");

        Assert.Equal("9****************X", number.Masked);
        Assert.Equal(18, number.Masked.Length);
        Assert.Equal(number.Masked, $"{number}");
        Assert.Equal(string.Empty, default(IdentityNumber).ToString());
    }

    [Fact]
    public void What_comes_back_from_the_store_is_the_same_number() =>
        Assert.Equal(Parsed(Specimen), IdentityNumber.FromStore(Parsed(Specimen).Value));

    [Theory]
    [MemberData(nameof(CultureScope.Cultures), MemberType = typeof(CultureScope))]
    public void The_language_of_the_server_changes_no_number(string culture)
    {
        using var scope = new CultureScope(culture);

        var number = Parsed("11010519491231002x");

        Assert.Equal(Specimen, number.Value);
        Assert.Equal(new DateOnly(1949, 12, 31), number.BirthDate);
        Assert.True(number.IsAreaAssigned);
    }

    private static IdentityNumber Parsed(string typed)
    {
        Assert.True(IdentityNumber.TryParse(typed, s_today, out var number, out var problem), problem.ToString());
        Assert.Equal(IdentityNumberProblem.None, problem);
        return number;
    }
}
