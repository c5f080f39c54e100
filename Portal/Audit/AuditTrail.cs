using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;

namespace Portal.Audit;

/// <summary>
/// Puts down what is no change of a row. Each method returns when the row is committed and throws when it could not be: call it before protected data is handed out,
/// and nothing is read without a trace. Within a unit of work the row is committed with it.
/// </summary>
public sealed class AuditTrail(UnitOfWork work) : IDenials
{
    /// <summary>One object's protected data is about to be shown: a finding with its author, an identity number, a file.</summary>
    /// <param name="reader">As the guard returned it.</param>
    /// <param name="permission">What the guard was asked for.</param>
    /// <param name="what">Such as <c>AuditedObject.Of(finding.Id)</c>.</param>
    /// <param name="reason">Where the reader had to give one.</param>
    public Task RecordReadAsync(Actor reader, OperationAuthorizationRequirement permission, AuditedObject what, string? reason = null, CancellationToken cancellationToken = default) =>
        RecordAsync(new AuditEvent(AuditedActor.Of(reader), permission.Name, AuditOutcome.Done) { What = what, Reason = reason }, cancellationToken);

    /// <summary>A list is about to leave the portal as a file.</summary>
    /// <param name="list">What kind of rows, such as <c>nameof(Finding)</c>.</param>
    /// <param name="filter">What was asked for; kept sealed, since it may name people.</param>
    public Task RecordExportAsync(Actor reader, OperationAuthorizationRequirement permission, string list, int rows, string? filter, CancellationToken cancellationToken = default) =>
        RecordAsync(
            new AuditEvent(AuditedActor.Of(reader), permission.Name, AuditOutcome.Done)
            {
                What = new AuditedObject(list, AuditedObject.Every),
                Facts = [new("Rows", rows)],
                SealedFacts = string.IsNullOrEmpty(filter) ? [] : [new("Filter", filter)],
            },
            cancellationToken);

    /// <summary>Somebody was kept out. Whoever comes in or leaves changes a session, whose row says so.</summary>
    public async Task RecordRefusedSignInAsync(AccountId account, string reason, CancellationToken cancellationToken = default) =>
        await work.RecordAsync(
            async db =>
            {
                var known = await db.Accounts.AsNoTracking().Where(a => a.Id == account).Select(a => new { a.Person, a.Role }).SingleOrDefaultAsync(cancellationToken);
                return new AuditEvent(new AuditedActor(account, known?.Person, known?.Role, Session: null), AuditActs.SignIn, AuditOutcome.Denied) { Reason = reason };
            },
            cancellationToken);

    /// <summary>Anything else that has to be put down.</summary>
    public Task RecordAsync(AuditEvent happened, CancellationToken cancellationToken = default) =>
        work.RecordAsync(_ => Task.FromResult(happened), cancellationToken);

    // What is denied inside a unit of work is put down by the unit, once it has let go of the database.
    async Task IDenials.RecordAsync(AuditedActor who, AccessDeniedException denied)
    {
        if (AuditScope.Current is not { InWork: true })
        {
            await RecordAsync(EventOf(who, denied));
        }
    }

    internal static AuditEvent EventOf(AuditedActor who, AccessDeniedException denied) => new(who, denied.Permission, AuditOutcome.Denied)
    {
        Reason = denied.Denial.ToString(),
        What = denied.Resource is { } resource ? AuditedTypes.ObjectOf(resource) : null,
    };
}
