using Portal.Domain.Credentials;
using Portal.Domain.People;

namespace Portal.Features.Credentials;

/// <summary>A card with what may be done with it.</summary>
public sealed record CardLine(
    SupervisorCardId Id, int Version, PersonId Person, string Name, string Number, CardState State, DateOnly? IssuedOn, DateOnly? LostOn, DateOnly? ReportedOn, DateOnly? ClosedOn, string? Reason);

/// <summary>A letter of appointment with what may be done with it.</summary>
public sealed record LetterLine(AppointmentLetterId Id, int Version, PersonId Person, string Name, string Number, CertificateState State, DateOnly IssuedOn, DateOnly? ClosedOn, string? VoidReason);

/// <summary>The certificates of one person, or all that are due to come back or to be issued anew.</summary>
/// <param name="WithoutCard">People in office without a valid card.</param>
public sealed record Certificates(IReadOnlyList<CardLine> Cards, IReadOnlyList<LetterLine> Letters, IReadOnlyList<CardHolder> WithoutCard);

/// <summary>Somebody in office.</summary>
public sealed record CardHolder(PersonId Person, string Name, SourceCategory Group);

/// <summary>What is printed on a card.</summary>
/// <param name="Authority">Who issues it.</param>
public sealed record CardPrint(string Authority, string Name, SourceCategory Group, string Number, DateOnly IssuedOn, DateOnly ValidTo, string Token);

/// <summary>What anybody with the code of a card is told: no number of a person, no telephone.</summary>
/// <param name="Standing">In one word.</param>
/// <param name="Name">The holder with all but the first character hidden; <c>null</c> for an unknown code.</param>
/// <param name="ValidTo">The last day in office, while it is valid.</param>
/// <param name="Authority">Who issues such cards; said of every code alike.</param>
public sealed record CardAnswer(CardStanding Standing, string? Name = null, SourceCategory? Group = null, string? Number = null, DateOnly? ValidTo = null, string Authority = "");

/// <summary>What the public check page says of a card.</summary>
public enum CardStanding
{
    /// <summary>No card has this code.</summary>
    Unknown,
    Valid,
    Lost,

    /// <summary>Its holder is not in office any more, or it was replaced or given back.</summary>
    Ended,
}
