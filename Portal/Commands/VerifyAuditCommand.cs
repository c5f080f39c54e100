using System.Diagnostics;
using System.Globalization;
using Portal.Audit;

namespace Portal.Commands;

/// <summary>Says whether the audit record is whole, and names the first bad row when it is not.</summary>
internal sealed class VerifyAuditCommand(IServiceProvider services) : IPortalCommand
{
    public string Name => "audit verify";

    public async Task<int> RunAsync(TextWriter output, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // Asked for only now: another command may be there to make the keys that this one needs.
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken);
        await output.WriteLineAsync(Say(verdict));
        return verdict.IsWhole ? 0 : 1;
    }

    internal static string Say(AuditVerdict verdict) => verdict.Fault switch
    {
        null => string.Create(CultureInfo.InvariantCulture, $"The audit record is whole: {verdict.Rows} rows, {verdict.Anchors} anchors."),
        AuditFault.AnchorFileChanged => string.Create(CultureInfo.InvariantCulture, $"The anchor file was changed at line {verdict.Row}."),
        AuditFault.AnchorMissing => string.Create(CultureInfo.InvariantCulture, $"The anchor file lacks the anchor of row {verdict.Row}, which was written: the file was deleted, cut or put back. The record itself is in order: {verdict.Rows} rows."),
        var fault => string.Create(CultureInfo.InvariantCulture, $"Row {verdict.Row} is the first bad one ({Reason(fault.Value)}). In order before it: {verdict.Rows} rows."),
    };

    private static string Reason(AuditFault fault) => fault switch
    {
        AuditFault.Missing => "it is missing, later rows are there",
        AuditFault.Changed => "it is not as it was written, or was not written by the portal",
        AuditFault.Unlinked => "it does not follow the row before it",
        AuditFault.Cut => "the end of the record is gone from here on",
        AuditFault.BeyondHead => "the head of the record does not know it",
        AuditFault.OtherThanAnchored => "the anchor file knows another row here: the record was cut, or the database is an older copy",
        _ => throw new UnreachableException(),
    };
}
