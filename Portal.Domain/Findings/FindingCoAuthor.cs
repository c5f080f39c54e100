using Portal.Domain.People;

namespace Portal.Domain.Findings;

/// <summary>Somebody who filed the finding together with its author, or whose finding was merged into it.</summary>
public sealed class FindingCoAuthor
{
    private FindingCoAuthor()
    {
    }

    public FindingCoAuthor(PersonId person) => Person = person;

    public PersonId Person { get; private set; }
}
