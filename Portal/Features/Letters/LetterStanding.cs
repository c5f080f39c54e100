using Portal.Domain.Credentials;
using Portal.Ui;

namespace Portal.Features.Letters;

/// <summary>How a letter stands on a day: its state, and that its last day is over.</summary>
public enum LetterStanding
{
    Draft,
    Proposed,
    Issued,
    Expired,
    Used,
    Returned,
    SentBack,
    Revoked,
}

internal static class LetterStandings
{
    public static LetterStanding Of(LetterState state, DateOnly validTo, DateOnly today) => state switch
    {
        LetterState.Draft => LetterStanding.Draft,
        LetterState.Proposed => LetterStanding.Proposed,
        LetterState.Issued => today > validTo ? LetterStanding.Expired : LetterStanding.Issued,
        LetterState.Used => LetterStanding.Used,
        LetterState.Returned => LetterStanding.Returned,
        LetterState.SentBack => LetterStanding.SentBack,
        LetterState.Revoked => LetterStanding.Revoked,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Tone ToneOf(LetterStanding standing) => standing switch
    {
        LetterStanding.Issued => Tone.Good,
        LetterStanding.Draft or LetterStanding.Proposed => Tone.Info,
        LetterStanding.Expired => Tone.Warning,
        LetterStanding.Revoked or LetterStanding.SentBack => Tone.Bad,
        _ => Tone.Neutral,
    };
}
