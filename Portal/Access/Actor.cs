using System.Security.Claims;
using Portal.Data.SignIns;
using Portal.Domain.People;

namespace Portal.Access;

/// <summary>Who is acting, as the database knows them at this moment.</summary>
public sealed record Actor(PersonId Person, string Name, PortalRole Role, ClaimsPrincipal Principal)
{
    /// <summary>The sign-in they act through.</summary>
    public SessionId? Session { get; init; }

    /// <summary>Whether they proved who they are a few minutes ago, as what is sensitive demands.</summary>
    public bool IsConfirmed { get; init; }
}
