using Portal.Domain.People;

namespace Portal.Features.Undertakings;

/// <summary>The undertaking as its signer reads it.</summary>
/// <param name="SignedAt"><c>null</c> while it is unsigned.</param>
/// <param name="FullName">What the signer is called, and types.</param>
public sealed record MyUndertaking(int Number, string Text, DateOnly PublishedOn, DateTimeOffset? SignedAt, string FullName);

/// <summary>The version in force, and who has it still to sign.</summary>
/// <param name="Text">Empty before the first version.</param>
public sealed record UndertakingDesk(int Number, string Text, DateOnly? PublishedOn, int HaveSigned, IReadOnlyList<UnsignedPerson> Waiting);

/// <summary>Somebody in office who has not signed.</summary>
public sealed record UnsignedPerson(PersonId Person, string Name, SourceCategory Group);
