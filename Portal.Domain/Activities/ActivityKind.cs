namespace Portal.Domain.Activities;

/// <summary>What an activity is for (Article 9); it decides which part of the evaluation it counts in.</summary>
public enum ActivityKind
{
    Supervision,
    Training,
    Meeting,

    /// <summary>The yearly symposium (Article 16).</summary>
    Symposium,
}
