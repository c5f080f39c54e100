namespace Portal.Domain.Recruitment;

/// <summary>One person on a notice. What became of them is theirs alone: an objection to one does not hold up the others (Article 6).</summary>
public sealed class NoticeEntry
{
    private NoticeEntry()
    {
    }

    internal NoticeEntry(RecruitmentApplicationId application, int position)
    {
        Application = application;
        Position = position;
    }

    public RecruitmentApplicationId Application { get; private set; }

    /// <summary>The order on the notice, by strokes or as the clerk put it; 1 for the first.</summary>
    public int Position { get; private set; }

    public NoticeOutcome Outcome { get; internal set; }
}

/// <summary>What the notice came to for one person.</summary>
public enum NoticeOutcome
{
    Open,

    /// <summary>The period is over and no objection was upheld.</summary>
    Passed,

    /// <summary>An objection was upheld.</summary>
    Failed,

    /// <summary>The person took the application back while it ran.</summary>
    Withdrawn,
}
