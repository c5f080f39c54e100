using Portal.Confidentiality;

namespace Portal.Audit;

/// <summary>Readings of protected data as rows of the audit record, in the name of whoever the guard let through.</summary>
internal sealed class AuditedReads(AuditTrail trail) : ISensitiveReads
{
    public Task RecordAsync(SensitiveRead read, CancellationToken cancellationToken = default) => trail.RecordAsync(
        new AuditEvent(AuditScope.Current?.Who ?? new AuditedActor(null, read.Reader, null, null), AuditScope.Current?.Act ?? read.Kind.ToString(), AuditOutcome.Done)
        {
            What = new AuditedObject(ObjectOf(read.Kind), read.Subject),
            Reason = read.Reason,
            Facts = read.Shown is { } shown ? [new(nameof(SensitiveRead.Shown), shown)] : [],
        },
        cancellationToken);

    private static string ObjectOf(SensitiveReadKind kind) => kind switch
    {
        SensitiveReadKind.IdentityNumber => nameof(Domain.People.Person),
        SensitiveReadKind.Evidence => nameof(Data.PortalDbContext.Evidence),
        SensitiveReadKind.Applicant => AuditedTypes.ObjectTypeOf(typeof(Domain.Recruitment.Application)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
