using System.Globalization;
using System.Reflection;
using System.Resources;
using MudBlazor;
using Portal.Domain.People;
using Portal.Domain.Time;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Tests.Features.Ui;

public sealed class FrameWordsTests
{
    [Fact]
    public void Every_key_that_is_built_from_a_value_has_words()
    {
        string[] roles = [Navigation.Administrator, Navigation.Supervisor, Navigation.Leadership];
        string[] keys =
        [
            .. Enum.GetValues<SourceCategory>().Select(GroupMark.TextKey),
            .. Enum.GetValues<SourceCategory>().Select(group => $"Group_{group}"),
            .. Enum.GetValues<DeadlineState>().Select(DeadlineBadge.StateKey),
            .. new[] { "light", "dark", "system" }.Select(theme => $"Theme_{theme}"),
            .. roles.Select(role => $"Role_{role}"),
        ];

        Assert.All(keys, key => Assert.False(string.IsNullOrEmpty(UiText.ResourceManager.GetString(key, CultureInfo.InvariantCulture)), key));
    }

    [Fact]
    public void A_day_is_written_as_each_language_writes_it()
    {
        var monday = new DateOnly(2026, 11, 23);

        Assert.Equal("2026年11月23日（周一）", Written("zh-CN", nameof(UiText.DateInText), monday));
        Assert.Equal("Mon 23 Nov 2026", Written("en", nameof(UiText.DateInText), monday));
        Assert.Equal("2026-11-23", Written("zh-CN", nameof(UiText.DateInTable), monday));
    }

    [Fact]
    public void MudBlazor_finds_every_one_of_its_words_with_us()
    {
        var theirs = new ResourceReader(typeof(MudTheme).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!)
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key);
        var ours = typeof(MudBlazorText).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name);

        Assert.Empty(theirs.Except(ours));
    }

    private static string Written(string language, string key, DateOnly day)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, UiText.ResourceManager.GetString(key, culture)!, day);
    }
}
