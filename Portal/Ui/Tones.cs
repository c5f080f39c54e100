using MudBlazor;
using Portal.Domain.Time;
using static MudBlazor.Icons.Material.Outlined;

namespace Portal.Ui;

/// <summary>The names of tones in style sheets (<c>data-tone="bad"</c>), and the icon that stands beside the colour.</summary>
public static class Tones
{
    public static string Name(Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "bad",
        Tone.Worn => "worn",
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };

    public static string IconOf(Tone tone) => tone switch
    {
        Tone.Neutral => RadioButtonUnchecked,
        Tone.Info => Info,
        Tone.Good => CheckCircle,
        Tone.Warning => WarningAmber,
        Tone.Bad => ErrorOutline,
        Tone.Worn => History,
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };

    public static Tone Of(DeadlineState state) => state switch
    {
        DeadlineState.InTime => Tone.Good,
        DeadlineState.DueSoon => Tone.Warning,
        DeadlineState.Overdue => Tone.Bad,
        DeadlineState.ClosedInTime => Tone.Info,
        DeadlineState.ClosedLate => Tone.Worn,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string IconOf(DeadlineState state) => state switch
    {
        DeadlineState.InTime => Schedule,
        DeadlineState.DueSoon => HourglassBottom,
        DeadlineState.Overdue => ErrorOutline,
        DeadlineState.ClosedInTime => TaskAlt,
        DeadlineState.ClosedLate => History,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
