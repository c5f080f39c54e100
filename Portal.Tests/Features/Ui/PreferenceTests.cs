using Portal.Ui;

namespace Portal.Tests.Features.Ui;

public sealed class PreferenceTests
{
    [Theory]
    [InlineData("/findings?state=overdue", "/findings?state=overdue")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("findings", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/x\r\nSet-Cookie: a=b", "/")]
    [InlineData("///evil.example", "/")]
    [InlineData("/\\/evil.example", "/")]
    [InlineData("\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("http:evil.example", "/")]
    [InlineData("https:/evil.example", "/")]
    [InlineData("HTTPS://evil.example", "/")]
    [InlineData(" //evil.example", "/")]
    [InlineData(" /findings", "/")]
    [InlineData("\t//evil.example", "/")]
    [InlineData("\n//evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("/\r/evil.example", "/")]
    [InlineData("/\u0000/evil.example", "/")]
    [InlineData("/\u0085/evil.example", "/")]
    [InlineData("data:text/html,<script>1</script>", "/")]
    [InlineData("JaVaScRiPt:alert(1)", "/")]
    [InlineData("vbscript:1", "/")]
    [InlineData("mailto:a@evil.example", "/")]
    [InlineData("?back=//evil.example", "/")]
    [InlineData("#//evil.example", "/")]
    [InlineData("@evil.example", "/")]
    [InlineData(".evil.example", "/")]
    [InlineData("~/findings", "/")]
    [InlineData("\uff0f\uff0fevil.example", "/")]
    [InlineData("/findings/../recusals", "/findings/../recusals")]
    [InlineData("/findings?q=https://evil.example", "/findings?q=https://evil.example")]
    public void Nobody_is_sent_to_another_host(string? back, string leadsTo) => Assert.Equal(leadsTo, LocalAddress.OrHome(back));

    [Fact]
    public void What_was_written_is_read_again()
    {
        var view = new ViewPreferences { Theme = "dark", Elder = true, TextSize = 26, NarrowNavigation = true };

        Assert.Equal(view, ViewPreferences.Parse(view.ToString()));
    }

    [Theory]
    [InlineData("theme=<script>&elder=yes&size=9999&nav=up", 30)]
    [InlineData("size=-1", 18)]
    [InlineData("size=21", 20)]
    [InlineData("&&=%%%", 20)]
    [InlineData(null, 20)]
    public void A_cookie_that_was_tampered_with_does_no_harm(string? cookie, int size) =>
        Assert.Equal(new ViewPreferences { TextSize = size }, ViewPreferences.Parse(cookie));

    [Fact]
    public void One_choice_leaves_the_others_as_they_were()
    {
        var before = new ViewPreferences { Theme = "dark", TextSize = 24 };

        Assert.Equal(before with { Elder = true }, ViewPreferences.Parse("elder=1&back=%2F", before));
    }
}
