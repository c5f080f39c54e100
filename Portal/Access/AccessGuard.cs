using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Portal.Audit;

namespace Portal.Access;

/// <summary>The gate that every use case passes before it reads or changes anything.</summary>
public sealed partial class AccessGuard(ICurrentActor current, IAuthorizationService authorization, IDenials denials, ILogger<AccessGuard> logger)
{
    private readonly ConcurrentDictionary<(AccessDenial Denial, string Permission), bool> _lost = new();

    /// <summary>Returns who is acting, or throws before any data is changed.</summary>
    /// <param name="permission">What the use case needs.</param>
    /// <param name="resource">The thing acted on, where whose it is matters.</param>
    /// <exception cref="AccessDeniedException">Not signed in, not in office, not permitted, or not confirmed a few minutes ago where the permission is a <see cref="StepUp"/>.</exception>
    public Task<Actor> DemandAsync(OperationAuthorizationRequirement permission, object? resource = null, CancellationToken cancellationToken = default) =>
        // The frame is taken before anything is awaited, so that the caller writes in the name of who was let through.
        DemandAsync(AuditScope.ForCall(), permission, resource, cancellationToken);

    private async Task<Actor> DemandAsync(AuditFrame frame, OperationAuthorizationRequirement permission, object? resource, CancellationToken cancellationToken)
    {
        var actor = await ActorAsync(frame, permission, resource, cancellationToken);
        var outcome = await authorization.AuthorizeAsync(actor.Principal, new ActedOn(actor, resource), permission);
        var denial = !outcome.Succeeded ? AccessDenial.NotPermitted
            : permission is StepUp && !actor.IsConfirmed ? AccessDenial.NotConfirmed
            : (AccessDenial?)null;
        if (denial is null)
        {
            frame.LetThrough(AuditedActor.Of(actor), permission.Name);
            return actor;
        }

        LogDenied(logger, actor.Person.Value, actor.Role, permission.Name, denial.Value);
        var denied = new AccessDeniedException(denial.Value, permission.Name) { Resource = resource };
        await denials.RecordAsync(frame.ActsAs(AuditedActor.Of(actor), permission.Name), denied);
        throw denied;
    }

    private async Task<Actor> ActorAsync(AuditFrame frame, OperationAuthorizationRequirement permission, object? resource, CancellationToken cancellationToken)
    {
        try
        {
            return await current.GetAsync(cancellationToken);
        }
        catch (AccessDeniedException lost) when (lost.Who is { } who)
        {
            var denied = new AccessDeniedException(lost.Denial, permission.Name) { Resource = resource, Who = who };
            frame.ActsAs(who, permission.Name);
            // A page that was left open asks again at every change, for as long as it takes to cut it off. An act within its transaction leaves a row each time it is tried.
            if (_lost.TryAdd((lost.Denial, permission.Name), true))
            {
                await denials.RecordAsync(who, denied);
            }

            throw denied;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Access denied: {Person} as {Role} asked for {Permission}: {Denial}.")]
    private static partial void LogDenied(ILogger logger, Guid person, PortalRole role, string permission, AccessDenial denial);
}

/// <summary>What an authorization handler judges: who acts, as the database knows them, on what.</summary>
public sealed record ActedOn(Actor Actor, object? Resource);
