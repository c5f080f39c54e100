namespace Portal.Domain.People;

/// <summary>One person as the composition counts them.</summary>
/// <param name="Age">Completed years; not known of everybody.</param>
public readonly record struct CompositionMember(SourceCategory Group, int? Age, District? District, Sex? Sex);

/// <summary>How people are spread over groups, ages, districts and sexes (Article 4: 渠道广、领域宽). It warns and never blocks.</summary>
public sealed record Composition(
    IReadOnlyList<Share<SourceCategory>> Groups, IReadOnlyList<Share<AgeBand>> Ages, IReadOnlyList<Share<District>> Districts, IReadOnlyList<Share<Sex>> Sexes)
{
    public IEnumerable<SourceCategory> EmptyGroups => Groups.Where(g => g.Count == 0).Select(g => g.Of);

    public static Composition Of(IReadOnlyCollection<CompositionMember> people) => new(
        Shares(people.Select(p => (SourceCategory?)p.Group)),
        Shares(people.Select(p => p.Age is { } age ? BandOf(age) : (AgeBand?)null)),
        Shares(people.Select(p => p.District)),
        Shares(people.Select(p => p.Sex)));

    private static AgeBand BandOf(int age) => age switch
    {
        < 35 => AgeBand.Under35,
        < 45 => AgeBand.From35,
        < 55 => AgeBand.From45,
        < 65 => AgeBand.From55,
        _ => AgeBand.From65,
    };

    private static IReadOnlyList<Share<T>> Shares<T>(IEnumerable<T?> values)
        where T : struct, Enum
    {
        var counts = values.OfType<T>().CountBy(v => v).ToDictionary();
        return [.. Enum.GetValues<T>().Select(v => new Share<T>(v, counts.GetValueOrDefault(v)))];
    }
}

/// <summary>How many are of one kind.</summary>
public readonly record struct Share<T>(T Of, int Count);
