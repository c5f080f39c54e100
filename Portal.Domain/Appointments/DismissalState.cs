namespace Portal.Domain.Appointments;

/// <summary>Where a dismissal case stands (domain.md A2.17).</summary>
public enum DismissalState
{
    Drafted,

    /// <summary>The person has been told and may be heard.</summary>
    HearingOpen,

    /// <summary>Waits for leadership.</summary>
    Proposed,

    /// <summary>Decided; letter of appointment and card are still to come back.</summary>
    CertificateReturn,
    Closed,
    Dropped,
}
