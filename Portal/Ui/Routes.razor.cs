using Microsoft.AspNetCore.Components;

namespace Portal.Ui;

public sealed partial class Routes
{
    /// <summary>Read from the cookie by the page, handed to the circuit as its parameter.</summary>
    [Parameter]
    public ViewPreferences View { get; set; } = new();
}
