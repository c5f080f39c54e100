namespace Portal.Domain.Alerts;

/// <summary>What the office, or the person it concerns, is to be reminded of (domain.md A5). None of these is stored: each follows from rows, the day and the settings.</summary>
public enum AlertKind
{
    /// <summary>A term ends within 90, 30 or 7 days (Article 17).</summary>
    TermEnding,

    /// <summary>A term is over, and card or letter of appointment are not back (Article 18).</summary>
    CertificateOutstanding,

    /// <summary>Nothing done for nine, eleven or twelve months (Article 18 (2)).</summary>
    Inactive,

    /// <summary>In office for a year and invited to nothing: the department's own matter (Article 9 (2)).</summary>
    NeverInvited,

    /// <summary>Older than Article 5 (1) asks of candidates. For information: age is no ground of dismissal.</summary>
    AgeAboveLimit,

    /// <summary>Today is the last day of a public notice (Article 6).</summary>
    NoticeEnding,

    /// <summary>The days of a notice are over, and it is not concluded (Article 6).</summary>
    NoticeUndecided,

    /// <summary>An objection waits for its decision (Article 6).</summary>
    ObjectionOpen,

    /// <summary>A card was reported lost, and there is no new one (Article 12).</summary>
    CardNotReissued,

    /// <summary>The last day of a letter of introduction is over; it did not come back, or its activity is not completed (Article 12).</summary>
    LetterExpired,

    /// <summary>Nobody in office in one of the four groups (Article 10).</summary>
    GroupEmpty,
}
