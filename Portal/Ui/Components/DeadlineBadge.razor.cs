using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Portal.Domain.Time;

namespace Portal.Ui.Components;

/// <summary>How a deadline stands, in days and words; tells how the date was computed when it is asked.</summary>
public sealed partial class DeadlineBadge
{
    private readonly string _id = $"deadline-{Guid.CreateVersion7():n}";
    private bool _hovered;
    private bool _pinned;

    [Parameter]
    [EditorRequired]
    public DeadlineState State { get; set; }

    /// <summary>Days left or days late, never negative.</summary>
    [Parameter]
    [EditorRequired]
    public int Days { get; set; }

    /// <summary>Made only when it is opened: by tap, by Enter, or by resting the pointer on the badge.</summary>
    [Parameter]
    public RenderFragment? HowComputed { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private bool IsOpen => _hovered || _pinned;

    public static string StateKey(DeadlineState state) => $"{nameof(DeadlineState)}_{state}";

    /// <summary>The words alone, for rows drawn without a component, and for sheets and documents.</summary>
    public static string Words(IStringLocalizer<UiText> text, DeadlineState state, int days) => state switch
    {
        DeadlineState.InTime or DeadlineState.DueSoon when days == 0 => text[nameof(UiText.Deadline_Today)],
        DeadlineState.InTime or DeadlineState.DueSoon => text[nameof(UiText.Deadline_Left), days],
        DeadlineState.Overdue => text[nameof(UiText.Deadline_Over), days],
        DeadlineState.ClosedInTime => text[nameof(UiText.DeadlineState_ClosedInTime)],
        DeadlineState.ClosedLate => text[nameof(UiText.Deadline_ClosedLate), days],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private void Hover() => _hovered = true;

    private void Leave() => _hovered = _pinned = false;

    /// <summary>A finger “hovers” before it taps, so a second tap must end both.</summary>
    private void Toggle()
    {
        _pinned = !_pinned;
        _hovered &= _pinned;
    }

    private void Key(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "Escape")
        {
            Leave();
        }
    }
}
