namespace Portal.Domain.Recruitment;

/// <summary>Where an objection stands (domain.md A2.4).</summary>
public enum ObjectionState
{
    Lodged,
    Investigating,

    /// <summary>The section found it justified; leadership decides.</summary>
    UpholdProposed,
    Upheld,
    Dismissed,
    NotAccepted,
}
