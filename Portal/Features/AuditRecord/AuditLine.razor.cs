using Microsoft.AspNetCore.Components;
using Portal.Audit;
using Portal.Ui;

namespace Portal.Features.AuditRecord;

/// <summary>One row of the record, what it changed folded away.</summary>
public sealed partial class AuditLine : PortalPage, IDisposable
{
    private bool _asking;
    private IReadOnlyList<AuditChange>? _shown;
    private ITimer? _minute;

    [Inject]
    public required AuditRecordService Audit { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required AuditRow Row { get; set; }

    [Parameter]
    [EditorRequired]
    public required AuditSayings Say { get; set; }

    /// <summary>Everything that happened to the same thing.</summary>
    [Parameter]
    public string? ObjectHref { get; set; }

    /// <summary>Whether the reader may ask for what is sealed.</summary>
    [Parameter]
    public bool MayReveal { get; set; }

    private Tone Tone => Row.Outcome switch
    {
        AuditOutcome.Denied => Tone.Bad,
        AuditOutcome.Failed => Tone.Warning,
        _ => Tone.Neutral,
    };

    public void Dispose() => Hide();

    private Task<bool> UnsealAsync(string reason) => AttemptAsync(async () =>
    {
        var shown = await Audit.UnsealAsync(Row.Sequence, reason);
        Hide();
        _shown = shown;
        _minute = Clock.CreateTimer(_ => _ = InvokeAsync(HideAgain), null, AuditRecordService.Shown, Timeout.InfiniteTimeSpan);
    });

    private void HideAgain()
    {
        Hide();
        StateHasChanged();
    }

    private void Hide()
    {
        _minute?.Dispose();
        _minute = null;
        _shown = null;
        _asking = false;
    }
}
