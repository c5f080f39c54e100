using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment;

/// <summary>What is typed for an act. Kept as a draft while it is typed.</summary>
public sealed class ActForm
{
    public string Note { get; set; } = "";

    public DateOnly? Day { get; set; }

    public EligibilityCondition? Condition { get; set; }
}

/// <summary>What an act asks for before it is done.</summary>
/// <param name="Name">Tells its draft from those of other acts.</param>
/// <param name="Title">Its name in words, which is also its button.</param>
/// <param name="Lead">What will happen.</param>
public sealed record ActQuestion(string Name, string Title, string Lead)
{
    /// <summary>The label of a text; <c>null</c> where none is asked for.</summary>
    public string? Note { get; init; }

    public int NoteLength { get; init; } = 500;

    /// <summary>A short text in one line, such as a name.</summary>
    public bool OneLine { get; init; }

    public bool NoteOptional { get; init; }

    public string? DayLabel { get; init; }

    /// <summary>The day that is proposed.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether one of the conditions of Article 5 is to be named.</summary>
    public bool AsksCondition { get; init; }
}
