using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Portal.Access;

/// <summary>Roles grant, from one table.</summary>
internal sealed class RoleGrant : AuthorizationHandler<OperationAuthorizationRequirement, ActedOn>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OperationAuthorizationRequirement requirement, ActedOn resource)
    {
        if (Roles.Grant(resource.Actor.Role, requirement))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
