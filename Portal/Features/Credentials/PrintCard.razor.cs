using Microsoft.AspNetCore.Components;
using Portal.Domain.Credentials;
using Portal.Ui;
using Portal.Ui.Components;

namespace Portal.Features.Credentials;

/// <summary>A card as it is printed, with the code that the public check page reads.</summary>
public sealed partial class PrintCard : PortalPage
{
    private CardPrint? _print;
    private string _address = "";
    private string _modules = "";
    private int _size;

    [Inject]
    public required CardService Cards { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await AttemptAsync(async () => _print = await Cards.PrintAsync(SupervisorCardId.From(Key)));
        if (_print is null)
        {
            Addresses.NotFound();
            return;
        }

        _address = $"{Addresses.BaseUri}public/card/{_print.Token}";
        (_modules, _size) = QrPath.Of(_address);
    }
}
