using Portal.Domain.People;

namespace Portal.Ui;

/// <summary>An ink and the fill it is read on.</summary>
public sealed record InkOnFill(string Ink, string Fill);

/// <summary>Every colour of one theme (look.md): colour means something, so each has the name of what it means.</summary>
public sealed record ThemeColours
{
    public required string Ink { get; init; }

    public required string OnInk { get; init; }

    public required string Surface { get; init; }

    public required string Page { get; init; }

    public required string Text { get; init; }

    public required string SecondaryText { get; init; }

    public required string Line { get; init; }

    public required string Field { get; init; }

    public required InkOnFill Neutral { get; init; }

    public required InkOnFill Info { get; init; }

    public required InkOnFill Good { get; init; }

    public required InkOnFill Warning { get; init; }

    public required InkOnFill Bad { get; init; }

    public required InkOnFill Worn { get; init; }

    /// <summary>The four groups keep one colour everywhere, by day and by night: fills only, never words.</summary>
    public static string Of(SourceCategory group) => group switch
    {
        SourceCategory.GrassrootsWorker => "#2F6DB5",
        SourceCategory.EnterpriseInstitutionStaff => "#B8741A",
        SourceCategory.IndustryAssociation => "#4B8B3B",
        SourceCategory.PublicRepresentative => "#8A4FA3",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    public InkOnFill Of(Tone tone) => tone switch
    {
        Tone.Neutral => Neutral,
        Tone.Info => Info,
        Tone.Good => Good,
        Tone.Warning => Warning,
        Tone.Bad => Bad,
        Tone.Worn => Worn,
        _ => throw new ArgumentOutOfRangeException(nameof(tone)),
    };
}
