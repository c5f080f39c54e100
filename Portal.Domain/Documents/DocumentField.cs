namespace Portal.Domain.Documents;

/// <summary>What a template leaves open and an issued document fills in. In a template each stands in braces.</summary>
public enum DocumentField
{
    Heading,
    Wording,
    Number,
    FirstDay,
    LastDay,
    Channels,
    Count,
    People,
    Objections,
    PassedCount,
    PassedPeople,
    Name,
    Group,
    /// <summary>Three years, or to the end of the cohort.</summary>
    Length,
    TermStart,
    TermEnd,

    /// <summary>The item of Article 18.</summary>
    Ground,
    EffectiveOn,
    Certificates,
    Unit,
    Matter,

    /// <summary>Of the first bearer.</summary>
    CardNumber,

    /// <summary>How many bearers, in the figures that cannot be altered.</summary>
    CountInWords,

    /// <summary>All of them, each with the number of the card, and how many they are.</summary>
    Bearers,
    ValidFrom,
    ValidTo,
    Approver,
    Authority,
    Section,
    Phone,
    IssuedOn,
}
