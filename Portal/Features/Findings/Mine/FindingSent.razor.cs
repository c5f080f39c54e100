using Microsoft.AspNetCore.Components;
using Portal.Domain.Findings;
using Portal.Ui;

namespace Portal.Features.Findings.Mine;

/// <summary>The receipt: the number, and what happens next by when.</summary>
public sealed partial class FindingSent : PortalPage
{
    private FindingReceipt? _receipt;

    [Inject]
    public required MyFindingService Findings { get; init; }

    [Inject]
    public required NavigationManager Address { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (await AttemptAsync(async () => _receipt = await Findings.ReceiptAsync(FindingId.From(Key))) && _receipt is null)
        {
            Address.NotFound();
        }
    }
}
