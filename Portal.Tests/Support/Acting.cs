using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Access;
using Portal.Audit;
using Portal.Domain.People;

namespace Portal.Tests.Support;

/// <summary>Somebody acting in a test, over the real authorization services and handlers.</summary>
public sealed class Acting(PortalRole role, PersonId person) : ICurrentActor
{
    private static readonly IServiceProvider s_services = new ServiceCollection()
        .AddLogging()
        .AddAuthorizationCore()
        .AddSingleton<IAuthorizationHandler, RoleGrant>()
        .AddSingleton<IAuthorizationHandler, OwnershipVeto>()
        .BuildServiceProvider();

    public static IAuthorizationService Authorization => s_services.GetRequiredService<IAuthorizationService>();

    public PersonId Person { get; } = person;

    /// <summary>Whether they proved lately who they are, as what is sensitive demands.</summary>
    public bool IsConfirmed { get; init; } = true;

    public static Acting Administrator() => new(PortalRole.Administrator, PersonId.New());

    public static Acting Leadership() => new(PortalRole.Leadership, PersonId.New());

    public static Acting Supervisor(PersonId person) => new(PortalRole.Supervisor, person);

    public Task<Actor> GetAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new Actor(Person, role.ToString(), role, new ClaimsPrincipal(new ClaimsIdentity("test"))) { IsConfirmed = IsConfirmed });

    public AccessGuard Guard() => new(this, Authorization, new UnrecordedDenials(), NullLogger<AccessGuard>.Instance);
}

/// <summary>Keeps nothing: for a test whose database would not hold it.</summary>
public sealed class UnrecordedDenials : IDenials
{
    public Task RecordAsync(AuditedActor who, AccessDeniedException denied) => Task.CompletedTask;
}
