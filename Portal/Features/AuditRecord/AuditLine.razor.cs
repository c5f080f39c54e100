using Microsoft.AspNetCore.Components;
using Portal.Audit;
using Portal.Ui;

namespace Portal.Features.AuditRecord;

/// <summary>One row of the record, what it changed folded away.</summary>
public sealed partial class AuditLine
{
    [Parameter]
    [EditorRequired]
    public required AuditRow Row { get; set; }

    [Parameter]
    [EditorRequired]
    public required AuditSayings Say { get; set; }

    /// <summary>Everything that happened to the same thing.</summary>
    [Parameter]
    public string? ObjectHref { get; set; }

    private Tone Tone => Row.Outcome switch
    {
        AuditOutcome.Denied => Tone.Bad,
        AuditOutcome.Failed => Tone.Warning,
        _ => Tone.Neutral,
    };
}
