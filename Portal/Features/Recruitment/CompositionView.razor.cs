using Microsoft.AspNetCore.Components;
using Portal.Domain.People;

namespace Portal.Features.Recruitment;

/// <summary>How those in the running are spread over groups, ages, districts, sexes and occupations (Article 4). Of districts only those with somebody are named.</summary>
public sealed partial class CompositionView
{
    /// <summary>Occupations that are named one by one.</summary>
    private const int Named = 8;

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ApplicationRow> People { get; set; }

    private Composition Spread => Composition.Of([.. People.Select(p => new CompositionMember(p.Group, p.Age, p.District, p.Sex))]);

    private IEnumerable<(string Title, IEnumerable<(string Name, int Count)> Rows)> Parts =>
    [
        (Text[nameof(RecruitmentText.Col_Group)], Spread.Groups.Select(s => (Words.Of(s.Of), s.Count))),
        (Text[nameof(RecruitmentText.Col_Age)], Spread.Ages.Select(s => (Words.Of(s.Of), s.Count))),
        (Text[nameof(RecruitmentText.Field_District)], Spread.Districts.Where(s => s.Count > 0).Select(s => (Words.Of(s.Of), s.Count))),
        (Text[nameof(RecruitmentText.Field_Sex)], Spread.Sexes.Select(s => (Words.Of(s.Of), s.Count))),
        (Text[nameof(RecruitmentText.Field_Occupation)], Occupations),
    ];

    // As people wrote it; the most frequent first, the rarer ones together.
    private IEnumerable<(string Name, int Count)> Occupations
    {
        get
        {
            var named = People.Where(p => !string.IsNullOrWhiteSpace(p.Occupation)).GroupBy(p => p.Occupation!.Trim(), StringComparer.Ordinal)
                .Select(g => (Name: g.Key, Count: g.Count())).OrderByDescending(g => g.Count).ThenBy(g => g.Name, StringComparer.Ordinal).ToList();
            (string Name, int Count)[] others =
            [
                (Text[nameof(RecruitmentText.Composition_Others)], named.Skip(Named).Sum(g => g.Count)),
                (Text[nameof(RecruitmentText.Composition_NotSaid)], People.Count - named.Sum(g => g.Count)),
            ];
            return named.Take(Named).Concat(others.Where(o => o.Count > 0));
        }
    }
}
