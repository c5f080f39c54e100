namespace Portal.Domain.Appointments;

/// <summary>What Article 18 (1) names; only the last of them has to be serious.</summary>
public enum SanctionKind
{
    /// <summary>受到刑事处罚.</summary>
    CriminalPunishment,

    /// <summary>受到党纪政纪处分.</summary>
    Discipline,

    /// <summary>受到行政处罚且情形比较严重.</summary>
    AdministrativePenalty,
}
