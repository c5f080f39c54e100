using Microsoft.AspNetCore.Components;
using Portal.Ui;

namespace Portal.Features.AuditRecord;

/// <summary>When this person came in and left, to be looked through for what was not them.</summary>
public sealed partial class MySignIns : PortalPage
{
    private IReadOnlyList<SignInRow>? _rows;

    [Inject]
    public required AuditRecordService Audit { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private AuditSayings Say => new(Text, Words, Clock);

    protected override Task OnInitializedAsync() => AttemptAsync(async () => _rows = await Audit.MySignInsAsync());
}
