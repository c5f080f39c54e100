namespace Portal.Domain.Recusals;

/// <summary>Where a recusal stands (domain.md A2.11). The first three wait for a decision.</summary>
public enum RecusalState
{
    /// <summary>Declared by the supervisor; in effect at once, provisionally.</summary>
    Declared,

    /// <summary>Proposed by the section of its own accord.</summary>
    Directed,

    /// <summary>Asked for by an agency, entered by the section.</summary>
    Requested,
    Recused,
    NotRequired,
    Lifted,
}
