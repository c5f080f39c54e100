using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Configuration;
using Portal.Data;
using Portal.Data.SignIns;

namespace Portal.Access.SignIn;

/// <summary>From somebody the provider vouches for to an account: found by issuer and subject alone, or bound to it by an invitation. Claims only take away.</summary>
internal sealed partial class ProviderSignIn(
    IDbContextFactory<PortalDbContext> contexts, UnitOfWork work, AccountSignIn signIn, IOptions<SignInOptions> options, TimeProvider clock, ILogger<ProviderSignIn> logger)
{
    public async Task<SignInProblem?> EnterAsync(HttpContext http, ProviderAnswer answer, string? invitation, bool again)
    {
        var (account, problem) = await AccountAsync(answer, invitation, again, http.RequestAborted);
        if (account is { } id)
        {
            return await signIn.SignInAsync(http, id, new SignInProof(SignInWay.Provider, answer.AuthenticatedAt, answer.Session));
        }

        Log(problem!.Value, null);
        return problem;
    }

    /// <summary>One line for each sign-in that came to nothing: what kind, never what was sent.</summary>
    public void Log(SignInProblem problem, Exception? failure) => LogRefused(logger, problem, (failure?.InnerException ?? failure)?.GetType().Name);

    private async Task<(AccountId? Account, SignInProblem? Problem)> AccountAsync(ProviderAnswer answer, string? invitation, bool again, CancellationToken cancellationToken)
    {
        if (invitation is not null)
        {
            return await work.WriteAsync(db => BindAsync(db, answer, Secret.HashOf(invitation), cancellationToken), cancellationToken);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Issuer == answer.Issuer && a.Subject == answer.Subject, cancellationToken);
        return account is null ? (null, SignInProblem.Unknown)
            : WhyNot(answer, account.Role, again) is { } problem ? (null, problem)
            : (account.Id, null);
    }

    private async Task<(AccountId? Account, SignInProblem? Problem)> BindAsync(PortalDbContext db, ProviderAnswer answer, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.SecretHash == hash, cancellationToken);
        if (invitation?.IsOpen(now) != true)
        {
            return (null, SignInProblem.InvitationGone);
        }

        var account = await db.Accounts.SingleAsync(a => a.Id == invitation.Account, cancellationToken);
        if (await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Issuer == answer.Issuer && a.Subject == answer.Subject, cancellationToken))
        {
            return (null, SignInProblem.BoundElsewhere);
        }

        if (account.IsDisabled || WhyNot(answer, account.Role, again: false) is not null)
        {
            return (null, account.IsDisabled ? SignInProblem.Disabled : WhyNot(answer, account.Role, again: false));
        }

        account.Bind(answer.Issuer, answer.Subject);
        invitation.Use(now);
        LogBound(logger, account.Id.Value, invitation.Id.Value);
        return (account.Id, null);
    }

    private SignInProblem? WhyNot(ProviderAnswer answer, PortalRole role, bool again)
    {
        var demanded = role switch
        {
            PortalRole.Administrator => options.Value.AdministratorRole,
            PortalRole.Leadership => options.Value.LeadershipRole,
            _ => options.Value.SupervisorRole,
        };
        return demanded.Length > 0 && !answer.Roles.Contains(demanded, StringComparer.Ordinal) ? SignInProblem.RoleNotStated
            : IsStrongEnough(answer, role, again) ? null
            : SignInProblem.TooWeak;
    }

    private bool IsStrongEnough(ProviderAnswer answer, PortalRole role, bool again)
    {
        var demands = options.Value;
        var staff = role != PortalRole.Supervisor;
        return (!again || IsWithin(answer.AuthenticatedAt, demands.StepUpMinutes))
            && (!staff || demands.StaffAcr.Length == 0 || answer.Acr == demands.StaffAcr)
            && (!staff || demands.StaffMaxAuthMinutes == 0 || IsWithin(answer.AuthenticatedAt, demands.StaffMaxAuthMinutes));
    }

    // A provider that does not say when, has not said that it was lately.
    private bool IsWithin(DateTimeOffset? authenticated, int minutes) => Standing.IsRecent(authenticated, clock.GetUtcNow(), minutes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in through the identity provider was refused: {Problem} ({Failure}).")]
    private static partial void LogRefused(ILogger logger, SignInProblem problem, string? failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} was bound through invitation {Invitation}.")]
    private static partial void LogBound(ILogger logger, Guid account, Guid invitation);
}
