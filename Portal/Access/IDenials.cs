using Portal.Audit;

namespace Portal.Access;

/// <summary>Where the guard reports whom it did not let through.</summary>
public interface IDenials
{
    Task RecordAsync(AuditedActor who, AccessDeniedException denied);
}
