using Microsoft.AspNetCore.Components;
using Portal.Domain.People;

namespace Portal.Features.Recruitment;

/// <summary>How those in the running are spread over groups, ages, districts and sexes (Article 4). Of districts only those with somebody are named.</summary>
public sealed partial class CompositionView
{
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
    ];
}
