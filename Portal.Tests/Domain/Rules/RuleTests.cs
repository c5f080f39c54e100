using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Rules;

public sealed class RuleTests
{
    private static readonly RuleViolation s_violation = new("Some_Provision", new Article(8, 5), 3);

    [Fact]
    public void What_no_provision_forbids_is_done()
    {
        Assert.Null(Record.Exception(() => Rule.Require(null)));
    }

    [Fact]
    public void What_a_provision_forbids_is_refused_with_the_provision_itself()
    {
        var refused = Assert.Throws<RuleViolationException>(() => Rule.Require(s_violation));

        Assert.Same(s_violation, refused.Violation);
        Assert.Equal("Some_Provision", refused.Message);
    }

    [Fact]
    public void An_article_names_its_item_and_its_paragraph_where_it_has_them()
    {
        Assert.Equal(new Article(8, Item: 5), s_violation.Article);
        Assert.NotEqual(new Article(17), new Article(17, Paragraph: 2));
    }
}
