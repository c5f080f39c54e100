using Portal.Domain.People;

namespace Portal.Domain.Recruitment;

/// <summary>What an applicant says of themselves. Only what the review and the notice need (minimum scope of personal information).</summary>
/// <param name="FullName">As on the identity card.</param>
/// <param name="IdNumber">Sex and day of birth come from it.</param>
/// <param name="Phone">For questions and for the result.</param>
/// <param name="District">Where the person lives or works; the measures ask for people of this city (Article 2).</param>
/// <param name="WorkUnit">Shown on the notice.</param>
/// <param name="Occupation">Shown on the notice where there is no work unit.</param>
/// <param name="Group">The category applied for (Article 4).</param>
/// <param name="Motivation">Why, in the applicant's words: what items (2) to (4) of Article 5 are judged by.</param>
public sealed record Applicant(
    string FullName,
    IdentityNumber IdNumber,
    PhoneNumber Phone,
    District District,
    string? WorkUnit,
    string? Occupation,
    SourceCategory Group,
    string Motivation);
