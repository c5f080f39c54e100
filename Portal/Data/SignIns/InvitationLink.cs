namespace Portal.Data.SignIns;

/// <summary>A link that is shown once.</summary>
public sealed record InvitationLink(AccountId Account, string Name, string Secret, DateTimeOffset ExpiresAt);
