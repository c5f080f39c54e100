using Portal.Access;
using Portal.Data;

namespace Portal.Audit;

/// <summary>
/// Who is acting and by which permission, carried with the flow of one call: the guard puts it in, the save reads it.
/// A circuit runs many calls at once, so that neither the circuit nor its services can hold it.
/// </summary>
public static class AuditScope
{
    private static readonly AsyncLocal<AuditFrame?> s_current = new();

    internal static AuditFrame? Current => s_current.Value;

    /// <summary>Nothing but the record itself is being written: nobody's page has to follow.</summary>
    public static bool IsQuiet => s_current.Value is { IsQuiet: true };

    /// <summary>Names the job or command that writes for the portal itself from here on, until the calling method ends.</summary>
    public static void PortalActs(string name) => s_current.Value = new AuditFrame { Who = AuditedActor.Portal, Act = name };

    /// <summary>Says within a unit of work whose sign-in begins or ends by it: no guard lets anybody through there.</summary>
    internal static void SignsIn(AuditedActor who, string act) => s_current.Value!.LetThrough(who, act);

    /// <summary>
    /// The place where a guard says who is let through. To be called before the first await: what is set after it does not reach the caller.
    /// Within a unit of work it is that unit's own, since the unit saves after the asking method has returned.
    /// </summary>
    internal static AuditFrame ForCall() => s_current.Value is { InWork: true } work ? work : s_current.Value = new AuditFrame();

    /// <summary>A unit of work begins, in the name of whoever was let through before.</summary>
    internal static AuditFrame BeginWork(bool isQuiet) => s_current.Value = new AuditFrame
    {
        Who = s_current.Value?.Who ?? AuditedActor.Portal,
        Act = s_current.Value?.Act ?? AuditActs.Portal,
        IsQuiet = isQuiet,
    };
}

/// <summary>What is known of a call while it runs.</summary>
internal sealed class AuditFrame
{
    public AuditedActor? Who { get; set; }

    public string? Act { get; set; }

    public bool IsQuiet { get; init; }

    /// <summary>What the unit of work reads and writes through, while it does: what is asked there is asked of the same moment.</summary>
    public PortalDbContext? Db { get; set; }

    public bool InWork => Db is not null;

    /// <summary>Whoever acts was let through within the unit of work itself: what they are worth is of the moment of the act.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>What the next save puts down beside its changes.</summary>
    public List<AuditEvent> Events { get; } = [];

    public AuditedActor ActsAs(AuditedActor who, string act)
    {
        (Who, Act) = (who, act);
        return who;
    }

    public void LetThrough(AuditedActor who, string act) => (Who, Act, WasAsked) = (who, act, true);
}
