using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Access;
using static Portal.Access.PortalRole;

namespace Portal.Tests.House;

/// <summary>Who may call what: the specification. A use case missing from this table fails the build.</summary>
/// <remarks>
/// One line a use case:
/// <code>
/// UseCase.Of&lt;RecusalService&gt;(nameof(RecusalService.AcceptAsync), Permissions.DecideRecusal, [Administrator], (recusals, scene) => recusals.AcceptAsync(scene.Recusal, Scene.Cancel)),
/// </code>
/// The scene holds a recusal, a finding, an activity… of the person acting, so that a use case which loads before it asks gets as far as asking.
/// </remarks>
internal static class AccessMatrix
{
    public static IReadOnlyList<UseCase> UseCases { get; } =
    [
    ];

    /// <summary>Permissions whose use case is still to come. Whoever adds the use case takes its permission off this list; a test sees to it.</summary>
    public static IReadOnlyList<OperationAuthorizationRequirement> StillToCome { get; } =
    [
        Permissions.SeeAdministratorDashboard,
        Permissions.SeeLeadershipDashboard,
        Permissions.SeeOwnHome,
        Permissions.Search,
        Permissions.KeepDraft,
        Permissions.SeeSupervisors,
        Permissions.SeeAgencies,
        Permissions.ChooseAgency,
        Permissions.SeeActivities,
        Permissions.ManageActivities,
        Permissions.SeeOwnActivities,
        Permissions.AnswerInvitation,
        Permissions.SeeRecusals,
        Permissions.DecideRecusal,
        Permissions.DeclareRecusal,
        Permissions.SeeOwnRecusals,
        Permissions.SeeFindings,
        Permissions.HandleFinding,
        Permissions.ApproveProposal,
        Permissions.FileFinding,
        Permissions.SeeOwnFinding,
        Permissions.AnswerOwnFinding,
        Permissions.SeeEvaluation,
        Permissions.SeeOwnEvaluation,
        Permissions.ImportLedger,
    ];

    /// <summary>What the guard does with a service that is guarded, so that the table is seen to work before and after the first feature.</summary>
    public static IReadOnlyList<UseCase> Examples { get; } =
    [
        UseCase.Of<GuardedExample>(nameof(GuardedExample.SeeFindingsAsync), Permissions.SeeFindings, [Administrator, Leadership], (example, _) => example.SeeFindingsAsync()),
        UseCase.Of<GuardedExample>(nameof(GuardedExample.SeeOwnFindingAsync), Permissions.SeeOwnFinding, [Supervisor], (example, scene) => example.SeeOwnFindingAsync(scene.Finding)),
    ];
}

/// <summary>A row of the table: a use case, the permission it asks for, the roles that have it, and how it is called.</summary>
internal sealed record UseCase(Type Service, string Method, OperationAuthorizationRequirement Permission, PortalRole[] Roles, Func<object, Scene, Task> Call)
{
    public string Key => $"{Service.Name}.{Method}";

    public static UseCase Of<TService>(string method, OperationAuthorizationRequirement permission, PortalRole[] roles, Func<TService, Scene, Task> call)
        where TService : class =>
        new(typeof(TService), method, permission, roles, (service, scene) => call((TService)service, scene));
}
