using Microsoft.AspNetCore.Components;
using Portal.Domain.Credentials;
using Portal.Ui;

namespace Portal.Features.Letters;

/// <summary>A letter and its stub on a sheet of A4, the seam between them; the seals are put on by hand, across the seam too. Nothing is printed that was not issued.</summary>
public sealed partial class LetterPrint : PortalPage
{
    private LetterFile? _file;

    [Inject]
    public required LetterService Letters { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await AttemptAsync(async () => _file = await Letters.GetAsync(IntroductionLetterId.From(Key)));
        if (_file is not { CanPrint: true })
        {
            _file = null;
            Addresses.NotFound();
        }
    }
}
