namespace Portal.Domain.Recusals;

/// <summary>The three grounds of Article 11, in its order.</summary>
public enum RecusalGround
{
    /// <summary>涉及本人利害关系.</summary>
    OwnInterest = 1,

    /// <summary>涉及与本人有亲属关系人员或者与本人有直接利益联系的组织有利害关系.</summary>
    RelativeOrLinkedOrganisation,

    /// <summary>其他可能影响公正履行职责.</summary>
    OtherFairness,
}
