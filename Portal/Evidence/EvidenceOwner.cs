namespace Portal.Evidence;

/// <summary>What a file belongs to. Each kind of matter says for itself who may see and add files (<see cref="IEvidenceOwner"/>).</summary>
public enum EvidenceMatter
{
    /// <summary>A finding that is still being written; its files move to the finding when it is filed.</summary>
    FindingDraft,

    Finding,

    Recusal,

    /// <summary>An application: the letter of the unit that recommends, and what shows that a condition is met (Articles 2, 5).</summary>
    Application,

    /// <summary>An objection to somebody on a notice (Article 6).</summary>
    Objection,

    /// <summary>A dismissal or a resignation: the decision it rests on, the proof that it was delivered (Article 18).</summary>
    Dismissal,
}

/// <summary>One matter that has files.</summary>
public readonly record struct EvidenceOwner(EvidenceMatter Matter, Guid Id);

/// <summary>What a file is for.</summary>
public enum EvidenceKind
{
    /// <summary>Added by whoever reported or declared.</summary>
    Material,

    /// <summary>The agency's letter in reply.</summary>
    AgencyReply,

    /// <summary>What shows that it was put right.</summary>
    Verification,
}

/// <summary>Whether a file can be opened.</summary>
public enum EvidenceState
{
    Accepted,

    /// <summary>Waits for the virus scanner.</summary>
    Quarantined,

    /// <summary>The virus scanner found something; the file is gone, the row says that there was one.</summary>
    Refused,
}
