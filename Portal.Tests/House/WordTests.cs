using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using Portal.Ui;

namespace Portal.Tests.House;

/// <summary>Every value and every refusal has words in both languages, and a refusal names its article in both.</summary>
public sealed partial class WordTests
{
    private static readonly string[] s_numerals =
        ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"];

    public static TheoryData<string> Languages => ["", "en"];

    public static TheoryData<string> Codes => [.. Provisions.All().Select(m => Provisions.Example(m).Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_has_words(string language)
    {
        var words = Words(EnumText.ResourceManager, language);
        var wordless =
            from type in typeof(Rule).Assembly.GetExportedTypes().Append(typeof(PortalRole))
            where type.IsEnum
            from value in Enum.GetNames(type)
            let key = $"{type.Name}_{value}"
            where string.IsNullOrWhiteSpace(words.GetString(key))
            select key;

        Assert.Empty(wordless);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_denial_of_access_has_words(string language)
    {
        var words = Words(RefusalText.ResourceManager, language);

        Assert.All(Enum.GetNames<AccessDenial>(), denial => Assert.False(string.IsNullOrWhiteSpace(words.GetString(denial))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_trouble_of_the_storage_has_words(string language)
    {
        var words = Words(RefusalText.ResourceManager, language);

        Assert.All(Enum.GetNames<StorageTrouble>(), trouble => Assert.False(string.IsNullOrWhiteSpace(words.GetString($"Storage{trouble}"))));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_has_words_that_name_its_article_and_no_more_facts_than_there_are(string code)
    {
        var refusal = Provisions.All().Select(Provisions.Example).Single(v => v.Code == code);
        var chinese = Words(RefusalText.ResourceManager, "").GetString(code);
        var english = Words(RefusalText.ResourceManager, "en").GetString(code);

        Assert.False(string.IsNullOrWhiteSpace(chinese), $"{code} has no words in Chinese.");
        Assert.False(string.IsNullOrWhiteSpace(english), $"{code} has no words in English.");
        Assert.All([chinese, english], words => Assert.All(Placeholder().Matches(words!), p => Assert.InRange(int.Parse(p.Groups[1].Value, CultureInfo.InvariantCulture), 0, refusal.Arguments.Count - 1)));
        if (refusal.Article != default)
        {
            Assert.Contains($"第{s_numerals[refusal.Article.Number]}条", chinese, StringComparison.Ordinal);
            Assert.Matches($@"Article {refusal.Article.Number}\b", english);
        }
    }

    [Fact]
    public void No_words_are_kept_for_a_refusal_that_is_gone()
    {
        var alive = Provisions.All().Select(m => Provisions.Example(m).Code).ToHashSet(StringComparer.Ordinal);
        var chapters = alive.Select(code => code[..(code.IndexOf('_', StringComparison.Ordinal) + 1)]).ToHashSet(StringComparer.Ordinal);
        var kept = Words(RefusalText.ResourceManager, "").Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key);

        Assert.DoesNotContain(kept, key => chapters.Any(c => key.StartsWith(c, StringComparison.Ordinal)) && !alive.Contains(key));
    }

    [Fact]
    public void A_provision_is_stated_in_a_class_of_provisions_and_nowhere_else()
    {
        var elsewhere =
            from type in typeof(Rule).Assembly.GetTypes()
            where !type.Name.EndsWith("Rules", StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.ReturnType == typeof(RuleViolation) && !method.Name.StartsWith("WhyNot", StringComparison.Ordinal)
            select $"{type.FullName}.{method.Name}";

        Assert.Empty(elsewhere);
    }

    // Without the parent language, which would hide a missing word.
    private static ResourceSet Words(ResourceManager bundle, string language) =>
        bundle.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)
        ?? throw new InvalidOperationException($"{bundle.BaseName} has no '{language}' resources.");

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
