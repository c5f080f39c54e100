using Microsoft.AspNetCore.Components;

namespace Portal.Ui;

/// <summary>The one place where markup is not encoded: shapes of icons, which are constants of this program and of MudBlazor, never data.</summary>
public static class Svg
{
    public static MarkupString Of(string shape) => new(shape);
}
