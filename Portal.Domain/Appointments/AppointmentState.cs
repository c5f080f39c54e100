namespace Portal.Domain.Appointments;

/// <summary>Where one term of office stands (domain.md A2.5). That a term has run out is computed from its dates, whatever is stored.</summary>
public enum AppointmentState
{
    Active,

    /// <summary>Granted, and its first day is still to come: a renewal, as long as the term before it runs.</summary>
    Upcoming,

    /// <summary>Ran its full time and was followed by a renewal.</summary>
    Completed,

    /// <summary>Ran out and was not renewed: ended without a decision (Article 17).</summary>
    AutoEnded,

    /// <summary>Ended on a ground of Article 18.</summary>
    Dismissed,

    /// <summary>Ended by mid-term adjustment (Article 17, second paragraph).</summary>
    Adjusted,
}
