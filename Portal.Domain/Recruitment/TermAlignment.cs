namespace Portal.Domain.Recruitment;

/// <summary>When the terms of those appointed from a batch end: Article 17 leaves open whether who joins in mid-term ends with the others.</summary>
public enum TermAlignment
{
    /// <summary>Three years each from their own first day.</summary>
    Individual,

    /// <summary>All on the day on which the current cohort (届) ends.</summary>
    CohortEnd,
}
