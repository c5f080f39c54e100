namespace Portal.Ui;

/// <summary>What a colour says. Red is for what is overdue or refused, and for nothing else.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
    Bad,
    Worn,
}
