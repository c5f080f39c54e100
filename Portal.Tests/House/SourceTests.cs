using System.Text.RegularExpressions;

namespace Portal.Tests.House;

/// <summary>What is not written in this project, whoever writes it.</summary>
public sealed partial class SourceTests
{
    // Words for people stand in resources. These read or make Chinese text as data: the office's workbook, the demonstration office, and a day within a Chinese sentence.
    private static readonly string[] s_mayHoldChinese = ["Portal/Data/Seeding/Demo/", "Portal/Features/Import/", "Portal/Ui/Words.cs"];

    [Fact]
    public void Code_holds_no_sentences_in_Chinese()
    {
        Assert.Empty(Repository.Files("Portal", ".cs").Concat(Repository.Files("Portal.Domain", ".cs")).SelectMany(Chinese));
        Assert.Single(Chinese(new("Portal/Features/X.cs", "    Tell(\"没有权限\");")));
        Assert.Empty(Chinese(new("Portal/Features/X.cs", "    /// <summary>第十四条.</summary>\n    // 第十四条\n    Tell(Text); // 第十四条")));
        Assert.Empty(Chinese(new("Portal/Data/Seeding/Demo/People.cs", "\"谭示安\"")));
    }

    [Theory]
    [InlineData(@"@code\b", "@code { int x; }", "a page's logic is in its code-behind")]
    [InlineData(@"\bstyle\s*=", "<div style=\"color:red\">", "CSS isolation and tokens.css")]
    [InlineData(@"\bMarkupString\b", "@((MarkupString)text)", "text is encoded")]
    public void Pages_have_no(string pattern, string example, string instead)
    {
        Assert.Empty(Repository.Files("Portal", ".razor", ".razor.cs").SelectMany(file => Matches(file, pattern, instead)));
        Assert.Single(Matches(new("Portal/Ui/X.razor", example), pattern, instead));
    }

    [Theory]
    [InlineData(@"\bMarkupString\b", "new MarkupString(text)", "text is encoded")]
    [InlineData(@"\bFromSqlRaw\b", "db.People.FromSqlRaw(sql)", "write the query, or an interpolated one")]
    [InlineData(@"\bExecuteSqlRaw", "db.Database.ExecuteSqlRaw(sql)", "write the query, or an interpolated one")]
    [InlineData(@"\bIgnoreQueryFilters\b", "db.People.IgnoreQueryFilters()", "a filter that can be left out protects nobody")]
    [InlineData(@"#pragma warning disable", "#pragma warning disable CA1000", "warnings are errors")]
    [InlineData(@"#region\b", "#region Fields", "a long file is two files")]
    [InlineData(@"!important\b", "color: red !important;", "a clearer selector")]
    public void Code_has_no(string pattern, string example, string instead)
    {
        Assert.Empty(Repository.Files("Portal", ".cs", ".razor", ".css").Concat(Repository.Files("Portal.Domain", ".cs"))
            .Where(file => !file.Path.StartsWith("Portal/Data/Migrations/", StringComparison.Ordinal) && !file.Path.StartsWith("Portal/wwwroot/", StringComparison.Ordinal))
            .SelectMany(file => Matches(file, pattern, instead)));
        Assert.Single(Matches(new("Portal/X.cs", example), pattern, instead));
    }

    private static IEnumerable<string> Matches(SourceFile file, string pattern, string instead) =>
        from line in file.Code()
        where Regex.IsMatch(line.Line, pattern)
        select $"{file.Path}({line.Number}): {line.Line} ({instead})";

    private static IEnumerable<string> Chinese(SourceFile file) =>
        Array.Exists(s_mayHoldChinese, allowed => file.Path.StartsWith(allowed, StringComparison.Ordinal)) ? [] :
        from line in file.Code()
        where ChineseCharacter().IsMatch(line.Line)
        select $"{file.Path}({line.Number}): {line.Line} (words belong into a resource, in both languages)";

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex ChineseCharacter();
}
