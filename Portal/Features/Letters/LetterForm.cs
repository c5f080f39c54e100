using Portal.Domain.Activities;
using Portal.Domain.People;

namespace Portal.Features.Letters;

/// <summary>What an administrator types to prepare a letter of introduction. Kept as a draft while it is typed.</summary>
public sealed class LetterForm
{
    public Guid? Agency { get; set; }

    /// <summary>The activity it is for, where there is one.</summary>
    public Guid? Activity { get; set; }

    public List<Guid> Bearers { get; set; } = [];

    public string Matter { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public bool Sensitive { get; set; }

    public AgencyId AgencyId => AgencyId.From(Agency ?? Guid.Empty);

    public ActivityId? ActivityId => Activity is { } known ? Portal.Domain.Activities.ActivityId.From(known) : null;

    public IReadOnlyList<PersonId> People => [.. Bearers.Distinct().Select(PersonId.From)];
}
