using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Portal.Data;
using Portal.Domain.Rules;

namespace Portal.Tests.House;

/// <summary>Which way the arrows point (docs: house, the table of rooms).</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] s_everybodys = ["Rules", "Time", "People"];

    [Fact]
    public void The_domain_needs_nothing_but_the_runtime()
    {
        var outside = typeof(Rule).Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(outside);
    }

    [Fact]
    public void A_chapter_of_the_domain_knows_its_siblings_by_their_ids_only()
    {
        var strangers =
            from type in typeof(Rule).Assembly.GetTypes()
            let chapter = Chapter(type)
            where chapter is not null && !type.Name.StartsWith('<')
            from known in Mentioned(type)
            let other = Chapter(known)
            where other is not null && other != chapter && !s_everybodys.Contains(other) && !known.Name.EndsWith("Id", StringComparison.Ordinal)
            select $"{type.FullName} knows {known.FullName}; pass the id or the fact instead";

        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void What_everybody_uses_knows_no_chapter()
    {
        var strangers =
            from type in typeof(Rule).Assembly.GetTypes()
            where Chapter(type) is { } chapter && s_everybodys.Contains(chapter)
            from known in Mentioned(type)
            where Chapter(known) is { } other && !s_everybodys.Contains(other)
            select $"{type.FullName} knows {known.FullName}";

        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void No_feature_uses_another_feature()
    {
        Assert.Empty(Repository.Files("Portal", ".cs", ".razor").SelectMany(OtherFeatures));
        Assert.Single(OtherFeatures(new("Portal/Features/Recusals/X.cs", "using Portal.Features.Findings;")));
        Assert.Empty(OtherFeatures(new("Portal/Features/Recusals/X.cs", "namespace Portal.Features.Recusals;\nusing Portal.Features.Recusals.Rows;")));
    }

    [Fact]
    public void No_page_touches_the_database()
    {
        Assert.Empty(Repository.Files("Portal", ".razor", ".razor.cs").Concat(Repository.Files("Portal/Ui", ".cs")).DistinctBy(f => f.Path).SelectMany(EntityFramework));
        Assert.Single(EntityFramework(new("Portal/Features/Recusals/Page.razor.cs", "using Microsoft.EntityFrameworkCore;")));
    }

    [Fact]
    public void A_page_is_given_nothing_that_reads_or_writes_past_the_guard()
    {
        Assert.Empty(GivenPastTheGuard(typeof(UnitOfWork).Assembly.GetTypes()));
        Assert.Single(GivenPastTheGuard([typeof(PageThatWrites)]));
    }

    [Fact]
    public void The_live_machinery_knows_no_feature_and_no_domain()
    {
        Assert.Empty(Repository.Files("Portal/Live", ".cs").SelectMany(MoreThanMachinery));
        Assert.Single(MoreThanMachinery(new("Portal/Live/X.cs", "using Portal.Domain.Findings;")));
    }

    private static IEnumerable<string> OtherFeatures(SourceFile file) =>
        FeaturePath().Match(file.Path) is not { Success: true } own ? [] :
        from line in file.Code()
        from Match named in FeatureName().Matches(line.Line)
        where named.Groups[1].Value != own.Groups[1].Value
        select $"{file.Path}({line.Number}) uses {named.Value}; share through Portal.Domain or Portal.Ui";

    private static IEnumerable<string> EntityFramework(SourceFile file) =>
        // The one place that turns a concurrent change into words has to know its exception.
        file.Path == "Portal/Ui/PortalPage.cs" ? [] :
        from line in file.Code()
        where line.Line.Contains("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        select $"{file.Path}({line.Number}) uses Entity Framework; a page asks a service";

    private static IEnumerable<string> GivenPastTheGuard(IEnumerable<Type> types) =>
        from type in types
        where typeof(IComponent).IsAssignableFrom(type)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        where property.IsDefined(typeof(InjectAttribute)) && Unwrapped(property.PropertyType).Any(t => t.Namespace?.StartsWith("Portal.Data", StringComparison.Ordinal) == true || t == typeof(IServiceProvider))
        select $"{type.Name} is given {property.PropertyType.Name}; a page asks a service";

    private static IEnumerable<string> MoreThanMachinery(SourceFile file) =>
        from line in file.Code()
        where Regex.IsMatch(line.Line, @"Portal\.(Domain|Features|Data|Access|Ui)\b")
        select $"{file.Path}({line.Number}): {line.Line}";

    private static string? Chapter(Type type) =>
        type.Namespace is { } name && name.StartsWith("Portal.Domain.", StringComparison.Ordinal) ? name["Portal.Domain.".Length..] : null;

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)).ToList();
        return type.GetFields(all).Select(f => f.FieldType)
            .Concat(type.GetInterfaces())
            .Concat(type.GetMethods(all).Select(m => m.ReturnType))
            .Concat(methods.SelectMany(m => m.GetParameters()).Select(p => p.ParameterType))
            .Concat(methods.SelectMany(m => m.GetMethodBody()?.LocalVariables ?? []).Select(v => v.LocalType))
            .SelectMany(Unwrapped);
    }

    private static IEnumerable<Type> Unwrapped(Type type) =>
        type.HasElementType ? Unwrapped(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrapped).Append(type.GetGenericTypeDefinition())
        : [type];

    [GeneratedRegex("^Portal/Features/([^/]+)/")]
    private static partial Regex FeaturePath();

    [GeneratedRegex(@"Portal\.Features\.(\w+)")]
    private static partial Regex FeatureName();

    private sealed class PageThatWrites : ComponentBase
    {
        [Inject]
        public required UnitOfWork Work { get; init; }
    }
}
