using Portal.Domain.People;

namespace Portal.Features.Terms;

/// <summary>What is kept of a change in mid-term while it is typed.</summary>
public sealed class TermChangeForm
{
    /// <summary>Leaving office; otherwise changing the group.</summary>
    public bool Ends { get; set; }

    public SourceCategory? Group { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public string Reason { get; set; } = "";
}
