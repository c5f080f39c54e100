using Portal.Domain.Findings;
using Portal.Domain.People;

namespace Portal.Features.Search;

/// <summary>What a search looks through, in the order in which it shows what it found.</summary>
public enum SearchKind
{
    Person,
    Agency,
    Finding,
    Activity,
}

/// <summary>Something found. Only what lists show too; words are chosen where it is shown.</summary>
/// <param name="Title">Name, or the number of a finding.</param>
/// <param name="Detail">The piece of text around what was looked for, a card number, a code.</param>
public sealed record SearchHit(SearchKind Kind, Guid Id, string Title, string? Detail = null, FindingState? State = null, DateOnly? Date = null)
{
    public string Href => Kind switch
    {
        SearchKind.Person => $"/supervisors/{Id}",
        SearchKind.Agency => $"/agencies/{Id}",
        SearchKind.Finding => $"/findings/{Id}",
        SearchKind.Activity => $"/activities/{Id}",
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };
}
