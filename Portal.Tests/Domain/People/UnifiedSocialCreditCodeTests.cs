using Portal.Domain.People;

namespace Portal.Tests.Domain.People;

public sealed class UnifiedSocialCreditCodeTests
{
    public static TheoryData<string> DemonstrationAgencies =>
    [
        "12990200DEM000014L",
        "12990200DEM000022F",
        "12990200DEM000030A",
        "12990200DEM0000497",
        "12990200DEM0000572",
        "12990200DEM000065W",
        "12990200DEM000073P",
        "12990211DEM000081G",
        "12990203DEM00009XM",
        "12990202DEM0001020",
        "12990204DEM000110P",
        "12990212DEM0001297",
        "12990281DEM0001370",
        "12990223DEM000145T",
        "12990224DEM0001534",
        "12990225DEM000161D",
    ];

    [Theory]
    [InlineData("91350100M000100Y43", "91350100M000100Y43")]
    [InlineData(" 91350100 m000100y 43 ", "91350100M000100Y43")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43")]
    public void A_code_is_read_however_it_was_typed(string typed, string written)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(typed, out var code, out var problem));
        Assert.Equal(written, code.Value);
        Assert.Equal(written, code.ToString());
        Assert.Equal(UnifiedSocialCreditCodeProblem.None, problem);
    }

    [Theory]
    [MemberData(nameof(DemonstrationAgencies))]
    public void Every_agency_of_the_demonstration_has_a_valid_code(string typed) =>
        Assert.True(UnifiedSocialCreditCode.TryParse(typed, out _, out _));

    [Theory]
    [InlineData(null, UnifiedSocialCreditCodeProblem.Empty)]
    [InlineData("  ", UnifiedSocialCreditCodeProblem.Empty)]
    [InlineData("91350100M000100Y4Z", UnifiedSocialCreditCodeProblem.WrongShape)] // Z is none of the 31 characters
    [InlineData("91350100I000100Y43", UnifiedSocialCreditCodeProblem.WrongShape)]
    [InlineData("91350100M000100Y4", UnifiedSocialCreditCodeProblem.WrongShape)]
    [InlineData("91350100M000100Y433", UnifiedSocialCreditCodeProblem.WrongShape)]
    [InlineData("9135010AM000100Y43", UnifiedSocialCreditCodeProblem.WrongShape)] // the area is digits only
    [InlineData("91350100M000100Y44", UnifiedSocialCreditCodeProblem.WrongCheckCharacter)]
    [InlineData("91350100M000010Y43", UnifiedSocialCreditCodeProblem.WrongCheckCharacter)]
    public void A_wrong_code_is_refused_with_its_first_problem(string? typed, UnifiedSocialCreditCodeProblem problem)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(typed, out var code, out var found));
        Assert.Equal(problem, found);
        Assert.Equal(default, code);
    }

    /// <summary>Of the agency AG13 the weighted sum is divisible by 31: thirty-one minus nothing is not a character.</summary>
    [Fact]
    public void A_sum_divisible_by_thirty_one_is_checked_by_0()
    {
        Assert.True(UnifiedSocialCreditCode.TryParse("12990281DEM0001370", out _, out _));
        Assert.False(UnifiedSocialCreditCode.TryParse("12990281DEM000137Y", out _, out _));
    }

    [Fact]
    public void Each_code_has_exactly_one_check_character() =>
        Assert.Single("0123456789ABCDEFGHJKLMNPQRTUWXY", check => UnifiedSocialCreditCode.TryParse($"12990202DEM000102{check}", out _, out _));
}
