using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Domain.Activities;
using Portal.Domain.Credentials;
using Portal.Domain.Findings;
using Portal.Domain.Recusals;

namespace Portal.Access;

/// <summary>What is permitted for one's own is refused for anybody else's.</summary>
internal sealed class OwnershipVeto : AuthorizationHandler<OperationAuthorizationRequirement, ActedOn>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OperationAuthorizationRequirement requirement, ActedOn resource)
    {
        var person = resource.Actor.Person;
        var foreign = resource.Resource switch
        {
            Finding finding => (requirement == Permissions.SeeOwnFinding || requirement == Permissions.AnswerOwnFinding) && !finding.IsBy(person),
            RecusalDeclaration recusal => requirement == Permissions.SeeOwnRecusals && recusal.Person != person,
            Participation participation => requirement == Permissions.AnswerInvitation && participation.Person != person,
            SupervisorCard card => requirement == Permissions.ReportCardLost && card.Person != person,
            _ => false,
        };
        if (foreign)
        {
            context.Fail(new AuthorizationFailureReason(this, "somebody else's"));
        }

        return Task.CompletedTask;
    }
}
