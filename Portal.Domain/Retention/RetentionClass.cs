namespace Portal.Domain.Retention;

/// <summary>What is kept for a time only (留存类别). Each value says from which day it counts.</summary>
public enum RetentionClass
{
    /// <summary>Sign-ins that are over, from the day they ended or were last used. The last one of an account stays: it says when the account was last used.</summary>
    EndedSignIns,

    /// <summary>Invitation links that were used, withdrawn or ran out, from that day.</summary>
    Invitations,

    /// <summary>What somebody out of office had typed and not sent, from the last day of the last term.</summary>
    DraftsOfFormerSupervisors,

    /// <summary>Whatever was typed and not sent, from the day it was last kept.</summary>
    AbandonedDrafts,

    /// <summary>Files that were taken back, from that day.</summary>
    RemovedEvidence,

    /// <summary>How often somebody exported, from that day.</summary>
    ExportCounts,

    /// <summary>Protected values in the audit record, from the last day of the month they were written in. The rows stay.</summary>
    AuditValues,

    /// <summary>Identity number, birthday, telephone, work unit and sign-in of people long out of office, from the last day of the last term. Name, terms, activities and findings stay.</summary>
    FormerSupervisors,

    /// <summary>Applications that ended without an appointment, from the day they ended: number, telephone, birthday, unit, words and files. Receipt, state and days stay.</summary>
    EndedApplications,

    /// <summary>Objections that were decided, and answered where there was somebody to answer, from that day: who objected and what was said. Receipt, days and outcome stay.</summary>
    DecidedObjections,
}

/// <summary>What becomes of it (处理方式).</summary>
public enum RetentionAction
{
    /// <summary>The row goes.</summary>
    Delete,

    /// <summary>The row stays, without what says whose it is.</summary>
    Anonymise,

    /// <summary>The key goes: what it sealed stays where it is and nobody reads it again.</summary>
    Shred,
}

/// <summary>What a period is counted in.</summary>
public enum RetentionUnit
{
    Days,
    Months,
    Years,
}
