using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Portal.Ui;

namespace Portal.Tests.House;

/// <summary>Chinese and English say the same things, in every bundle there is.</summary>
public sealed partial class TextTests
{
    public static TheoryData<Type> Bundles =>
        [.. typeof(UiSetup).Assembly.GetTypes().Where(type => type.Name.EndsWith("Text", StringComparison.Ordinal) && ManagerOf(type) is not null)];

    [Fact]
    public void There_are_bundles_to_look_at() => Assert.Contains(typeof(UiText), Bundles.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Every_bundle_says_the_same_things_in_both_languages(Type bundle) =>
        Assert.Empty(Differences(Words(bundle, CultureInfo.InvariantCulture), Words(bundle, CultureInfo.GetCultureInfo("en"))));

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Every_typed_key_has_words_and_all_words_have_a_typed_key(Type bundle)
    {
        var typed = bundle.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(string))
            .Select(property => property.Name);

        Assert.Equal(Words(bundle, CultureInfo.InvariantCulture).Keys.Order(StringComparer.Ordinal), typed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bundle_that_differs_is_found_out()
    {
        Dictionary<string, string> chinese = new() { ["Same"] = "共 {0} 条", ["OnlyChinese"] = "只有中文", ["Counted"] = "还剩 {0} 天" };
        Dictionary<string, string> english = new() { ["Same"] = "{0} rows", ["Counted"] = "Some days left", ["Empty"] = " " };

        Assert.Equal(["Counted: {0} | ", "Empty: missing in Chinese", "OnlyChinese: missing in English"], Differences(chinese, english));
    }

    [Fact]
    public void Words_without_substance_are_found_out() =>
        Assert.Equal(["Blank: no words"], Differences(new() { ["Blank"] = "空白" }, new() { ["Blank"] = "  " }));

    private static List<string> Differences(Dictionary<string, string> chinese, Dictionary<string, string> english) =>
        [.. chinese.Keys.Union(english.Keys).Order(StringComparer.Ordinal).Select(key => Difference(key, chinese, english)).OfType<string>()];

    private static string? Difference(string key, Dictionary<string, string> chinese, Dictionary<string, string> english)
    {
        if (!english.TryGetValue(key, out var en))
        {
            return $"{key}: missing in English";
        }

        if (!chinese.TryGetValue(key, out var zh))
        {
            return $"{key}: missing in Chinese";
        }

        return string.IsNullOrWhiteSpace(zh) || string.IsNullOrWhiteSpace(en) ? $"{key}: no words"
            : Placeholders(zh) == Placeholders(en) ? null
            : $"{key}: {Placeholders(zh)} | {Placeholders(en)}";
    }

    private static string Placeholders(string words) =>
        string.Join(' ', Placeholder().Matches(words).Select(match => $"{{{match.Groups[1].Value}}}").Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Words(Type bundle, CultureInfo culture) =>
        ManagerOf(bundle)!.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static ResourceManager? ManagerOf(Type bundle) =>
        bundle.GetProperty("ResourceManager", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ResourceManager;

    [GeneratedRegex(@"\{(\d+)[^{}]*\}")]
    private static partial Regex Placeholder();
}
