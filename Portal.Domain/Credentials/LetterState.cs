namespace Portal.Domain.Credentials;

/// <summary>Where a letter of introduction stands (domain.md A2.7). That it has run out is computed from its last day.</summary>
public enum LetterState
{
    Draft,

    /// <summary>A sensitive matter waits for leadership.</summary>
    Proposed,
    Issued,

    /// <summary>The visit took place; the letter is back.</summary>
    Used,
    Revoked,
}
