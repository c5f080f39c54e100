namespace Portal.Domain.Documents;

/// <summary>The documents that the office issues about people and their terms (domain.md A7).</summary>
public enum DocumentKind
{
    /// <summary>Calls for applications and recommendations (Articles 2, 4 and 5).</summary>
    RecruitmentAnnouncement,

    /// <summary>Names those proposed to the public (Article 6).</summary>
    PublicNotice,

    /// <summary>Says what a notice came to.</summary>
    NoticeResult,

    /// <summary>For one term (Article 6).</summary>
    AppointmentLetter,

    /// <summary>On a ground of Article 18.</summary>
    DismissalNotice,

    /// <summary>A term ran out without a renewal (Article 17).</summary>
    EndOfTermNotice,

    /// <summary>Leaving in mid-term (Article 17, second paragraph).</summary>
    MidTermAdjustment,

    /// <summary>To one unit, with its stub (Article 12).</summary>
    IntroductionLetter,

    /// <summary>The certificates that are to come back (Article 18).</summary>
    ReturnChecklist,

    /// <summary>What a supervisor signed (Article 8 (3)).</summary>
    Undertaking,
}
