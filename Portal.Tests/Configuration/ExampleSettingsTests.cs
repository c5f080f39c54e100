using System.Reflection;
using Microsoft.Extensions.Configuration;
using Portal.Audit;
using Portal.Confidentiality;
using Portal.Configuration;
using Portal.Evidence;
using Portal.Exports;
using Portal.Features.Import;
using Portal.Retention;
using Portal.Tests.House;

namespace Portal.Tests.Configuration;

/// <summary>appsettings.example.json is the manual of the options: it names each one, with its true default and a comment.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly string s_file = Path.Combine(Repository.Root, "appsettings.example.json");
    private static readonly IConfigurationRoot s_example = new ConfigurationBuilder().AddJsonFile(s_file).Build();

    public static TheoryData<Type> Options => [typeof(PortalOptions), typeof(DatabaseOptions), typeof(SignInOptions), typeof(LogOptions), typeof(ImportOptions), typeof(KeysOptions), typeof(WebOptions), typeof(EvidenceOptions), typeof(AuditOptions), typeof(ExportOptions), typeof(RetentionOptions)];

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_stands_in_the_example_with_its_default(Type options)
    {
        var defaults = Activator.CreateInstance(options)!;
        var section = s_example.GetRequiredSection((string)options.GetField("Section")!.GetValue(null)!);
        var bound = Activator.CreateInstance(options)!;
        section.Bind(bound);

        foreach (var option in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            Assert.True(section.GetSection(option.Name).Exists(), $"{section.Path}:{option.Name} is not in the example.");
            Assert.Equal(option.GetValue(defaults), option.GetValue(bound));
        }
    }

    [Fact]
    public void Every_key_of_the_example_is_an_option_and_has_a_comment()
    {
        var known = Options.Select(o => o.Data)
            .SelectMany(o => o.GetProperties().Select(p => $"{o.GetField("Section")!.GetValue(null)}:{p.Name}"))
            .Append("AllowedHosts")
            .ToHashSet();

        Assert.All(s_example.AsEnumerable().Where(pair => pair.Value is not null), pair => Assert.Contains(pair.Key, known));
        Assert.All(
            File.ReadLines(s_file).Where(line => line.Contains("\": ", StringComparison.Ordinal) && !line.TrimEnd().EndsWith('{')),
            line => Assert.Contains("//", line));
    }

    [Fact]
    public void The_example_is_a_configuration_that_starts_in_development()
    {
        var portal = s_example.GetSection(PortalOptions.Section).Get<PortalOptions>()!;

        Assert.True(new PortalOptionsValidator().Validate(null, portal).Succeeded);
        Assert.True(new PortalTimeZoneValidator().Validate(null, portal).Succeeded);
        Assert.True(new DatabaseConnectionValidator().Validate(null, s_example.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()!).Succeeded);
    }

    [Theory]
    [InlineData("Authority")]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public void A_missing_identity_provider_is_named_key_by_key(string key)
    {
        var keys = new Dictionary<string, string?> { ["Authority"] = "https://id.example", ["ClientId"] = "portal", ["ClientSecret"] = "secret" };
        keys[key] = null;
        var options = new ConfigurationBuilder().AddInMemoryCollection(keys).Build().Get<SignInOptions>()!;

        Assert.Equal([$"{SignInOptions.Section}:{key}"], options.MissingKeys());
    }
}
