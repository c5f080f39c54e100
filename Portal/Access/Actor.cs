using System.Security.Claims;
using Portal.Domain.People;

namespace Portal.Access;

/// <summary>Who is acting, as the database knows them at this moment.</summary>
public sealed record Actor(PersonId Person, string Name, PortalRole Role, ClaimsPrincipal Principal);
