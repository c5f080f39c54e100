using Portal.Access;
using Portal.Data;
using Portal.Domain.People;
using Portal.Ui;

namespace Portal.Features.Accounts;

/// <summary>An account as the list and its page show it.</summary>
public sealed record AccountRow(
    AccountId Id, PersonId Person, string Name, PortalRole Role, bool IsDisabled, bool IsBound, DateTimeOffset? LastSeenAt, DateTimeOffset? InvitedUntil)
{
    /// <summary>Key of the state's words.</summary>
    public string StateKey =>
        IsDisabled ? nameof(AccountText.State_Disabled)
        : IsBound ? nameof(AccountText.State_Ready)
        : InvitedUntil is not null ? nameof(AccountText.State_Invited)
        : nameof(AccountText.State_Unbound);

    public Tone Tone => IsDisabled ? Tone.Bad : IsBound ? Tone.Good : InvitedUntil is not null ? Tone.Info : Tone.Neutral;
}

/// <summary>One account, and what this administrator may do with it now.</summary>
/// <param name="IsOwn">Nobody changes their own.</param>
/// <param name="IsConfirmed">Whether the reader proved lately who they are, as every change demands.</param>
public sealed record AccountDetails(AccountRow Row, int OpenSessions, bool IsOwn, bool IsConfirmed);

/// <summary>Whom to invite.</summary>
public sealed record InvitationChoices(IReadOnlyList<Invitee> Supervisors, bool IsConfirmed);

/// <summary>A supervisor in office without an account.</summary>
public sealed record Invitee(PersonId Person, string Name, string? Card);
