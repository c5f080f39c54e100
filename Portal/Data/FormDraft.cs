using Portal.Domain.People;

namespace Portal.Data;

/// <summary>What a person has typed into a form and not sent yet. Kept on every step, because phones drop a page seconds after switching apps.</summary>
public sealed class FormDraft
{
    public const int FormLength = 50;
    public const int ContentLength = 16_000;

    public required PersonId Person { get; init; }

    /// <summary>Which form, with the id of what it is about where there are several.</summary>
    public required string Form { get; init; }

    public required string Content { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}
