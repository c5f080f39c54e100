using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Ui.Forms;

/// <summary>A day, by the browser's own control, which works with a finger and with a keyboard. It shows the day in the order of the browser's language; the line below says it in the reader's.</summary>
public sealed partial class DayInput
{
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public string? Invalid { get; set; }

    [Parameter]
    public DateOnly? Value { get; set; }

    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private string? Typed => Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task ChooseAsync(ChangeEventArgs chosen) => ValueChanged.InvokeAsync(
        DateOnly.TryParseExact(chosen.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
}
