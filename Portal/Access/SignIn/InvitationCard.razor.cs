using Microsoft.AspNetCore.Components;
using Portal.Data.SignIns;
using Portal.Ui.Components;

namespace Portal.Access.SignIn;

/// <summary>The link, once, in letters and as a QR code to hold a phone to.</summary>
public sealed partial class InvitationCard
{
    private string _address = "";
    private string _modules = "";
    private int _size;

    [Parameter]
    [EditorRequired]
    public required InvitationLink Link { get; set; }

    [Inject]
    public required NavigationManager Address { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override void OnParametersSet()
    {
        _address = $"{Address.BaseUri}{InvitationLinks.Path}{Link.Secret}";
        (_modules, _size) = QrPath.Of(_address);
    }
}
