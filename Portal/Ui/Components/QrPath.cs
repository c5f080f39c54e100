using System.Globalization;
using System.Text;
using QRCoder;

namespace Portal.Ui.Components;

/// <summary>A QR code as the path of an SVG, so that no picture has to be made.</summary>
public static class QrPath
{
    /// <summary>The dark modules of a square of so many to a side.</summary>
    public static (string Modules, int Size) Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
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

        return (path.ToString(), code.ModuleMatrix.Count);
    }
}
