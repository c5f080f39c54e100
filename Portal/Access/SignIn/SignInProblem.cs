namespace Portal.Access.SignIn;

/// <summary>Why somebody is not in; the words are in SignInText, under the same names.</summary>
public enum SignInProblem
{
    /// <summary>The provider vouches for them, but no account is theirs.</summary>
    Unknown,
    Disabled,

    /// <summary>A supervisor before or after their term (Article 17).</summary>
    NotInOffice,

    /// <summary>The provider does not state the role that the account needs.</summary>
    RoleNotStated,

    /// <summary>They did not sign in strongly enough, or too long ago, for what they are.</summary>
    TooWeak,

    /// <summary>The invitation was used, withdrawn, or has run out.</summary>
    InvitationGone,

    /// <summary>Whoever followed the invitation is known as somebody else's account.</summary>
    BoundElsewhere,

    /// <summary>The provider cannot be reached, or fails.</summary>
    Unreachable,

    /// <summary>The provider's answer is not one that we asked for, or was not given by it.</summary>
    AnswerRefused,

    /// <summary>The person turned back at the provider.</summary>
    Cancelled,

    /// <summary>The way in was begun too long ago, or in another browser.</summary>
    Expired,
}
