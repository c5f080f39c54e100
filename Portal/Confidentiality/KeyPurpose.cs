namespace Portal.Confidentiality;

/// <summary>What a key is used for: each use has a key of its own, derived, so that one never helps against another.</summary>
public enum KeyPurpose
{
    /// <summary>Protected columns; renewed by version.</summary>
    Fields,

    /// <summary>The keys of stored files; renewed by version.</summary>
    Files,

    /// <summary>The hash by which an identity number is found again; stays, or nobody would be found.</summary>
    Index,

    /// <summary>The chain of the audit record; stays, or the past could not be verified.</summary>
    Audit,
}
