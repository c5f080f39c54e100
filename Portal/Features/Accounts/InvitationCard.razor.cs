using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Portal.Access.SignIn;
using QRCoder;

namespace Portal.Features.Accounts;

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
        using var code = QRCodeGenerator.GenerateQrCode(_address, QRCodeGenerator.ECCLevel.M);
        _size = code.ModuleMatrix.Count;
        _modules = PathOf(code);
    }

    private static string PathOf(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}
