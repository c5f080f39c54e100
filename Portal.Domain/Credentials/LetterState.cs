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

    /// <summary>It came back and was not used.</summary>
    Returned,

    /// <summary>Leadership sent it back: it was never issued.</summary>
    SentBack,
}
