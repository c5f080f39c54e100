namespace Portal.Domain.Credentials;

/// <summary>Where a letter of appointment stands; with the card it is what Article 18 has returned.</summary>
public enum CertificateState
{
    Issued,
    ReturnPending,
    Returned,
    Void,
}
