namespace Portal.Domain.People;

/// <summary>The four walks of life that supervisors come from (Article 4), which are also the four groups they work in (Article 10).</summary>
public enum SourceCategory
{
    /// <summary>基层工作人员.</summary>
    GrassrootsWorker,

    /// <summary>企事业单位人员.</summary>
    EnterpriseInstitutionStaff,

    /// <summary>行业协会人员.</summary>
    IndustryAssociation,

    /// <summary>群众代表.</summary>
    PublicRepresentative,
}
