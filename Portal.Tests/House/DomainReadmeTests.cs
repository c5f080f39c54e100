using System.Text.RegularExpressions;
using Portal.Domain.Rules;

namespace Portal.Tests.House;

/// <summary>The way from an article to its rule and its test, as the domain's README shows it, leads somewhere.</summary>
public sealed partial class DomainReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(Repository.Root, "Portal.Domain", "README.md"));

    [Fact]
    public void Every_rule_and_test_it_names_is_there()
    {
        var domain = typeof(Rule).Assembly.GetExportedTypes().ToLookup(t => t.Name, StringComparer.Ordinal);
        var tests = typeof(DomainReadmeTests).Assembly.GetExportedTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = Tables().SelectMany(row => Name().Matches(row)).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Exists(name), $"README.md names {name}, which is not there."));

        bool Exists(string name) => name.EndsWith("Tests", StringComparison.Ordinal)
            ? tests.Contains(name)
            : name.Split('.') is [var type, .. var member] && domain[type].Any(t => member.Length == 0 || t.GetMember(member[0]).Length > 0);
    }

    [Fact]
    public void Every_chapter_of_provisions_is_on_the_way_from_an_article()
    {
        Assert.All(
            ["Appointment", "Activity", "RecusalDeclaration", "Finding"],
            aggregate => Assert.All(
                typeof(Rule).Assembly.GetExportedTypes().Single(t => t.Name == aggregate).GetMethods().Where(m => m.Name.StartsWith("WhyNot", StringComparison.Ordinal)).Select(m => $"{aggregate}.{m.Name}").Distinct()
                    .Except(["Activity.WhyNotPublish", "RecusalDeclaration.WhyNotFile"], StringComparer.Ordinal),
                rule => Assert.Contains($"`{rule}`", s_readme, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Tables() => s_readme.Split('\n').Where(line => line.StartsWith('|'));

    [GeneratedRegex("`([A-Z][A-Za-z.]*)`")]
    private static partial Regex Name();
}
