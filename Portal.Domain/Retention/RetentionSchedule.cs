namespace Portal.Domain.Retention;

/// <summary>How long something is kept: the whole of the period, and the day that it ends on.</summary>
public readonly record struct RetentionPeriod(int Count, RetentionUnit Unit)
{
    /// <summary>What counts from an earlier day than this is due.</summary>
    public DateOnly DueBefore(DateOnly today) => Unit switch
    {
        RetentionUnit.Days => today.AddDays(-Count),
        RetentionUnit.Months => today.AddMonths(-Count),
        RetentionUnit.Years => today.AddYears(-Count),
        _ => throw new ArgumentOutOfRangeException(nameof(today), Unit, null),
    };
}

/// <summary>The periods, as far as an office may choose them.</summary>
public sealed record RetentionPeriods
{
    /// <summary>Who signed in when is a security log: six months at least (Cybersecurity Law, Article 21).</summary>
    public const int LeastSignInDays = 180;

    /// <summary>The audit record too.</summary>
    public const int LeastAuditMonths = 6;

    public int SignInDays { get; init; } = 190;

    public int InvitationDays { get; init; } = 90;

    public int FormerDraftDays { get; init; } = 30;

    public int DraftDays { get; init; } = 180;

    public int RemovedEvidenceDays { get; init; } = 30;

    public int ExportCountDays { get; init; } = 90;

    public int AuditMonths { get; init; } = 36;

    public int FormerSupervisorYears { get; init; } = 5;

    public int ApplicationDays { get; init; } = 365;

    public int ObjectionDays { get; init; } = 365;
}

/// <summary>One line of the schedule.</summary>
public sealed record RetentionLine(RetentionClass Class, RetentionPeriod Period, RetentionAction Action);

/// <summary>The retention schedule (留存期限表): the one place that says what is kept how long and what then becomes of it. A further class is a line here and its rows in <c>Portal/Retention</c>.</summary>
public static class RetentionSchedule
{
    public static IReadOnlyList<RetentionLine> Of(RetentionPeriods periods) =>
    [
        Days(RetentionClass.EndedSignIns, periods.SignInDays, RetentionAction.Delete),
        Days(RetentionClass.Invitations, periods.InvitationDays, RetentionAction.Delete),
        Days(RetentionClass.DraftsOfFormerSupervisors, periods.FormerDraftDays, RetentionAction.Delete),
        Days(RetentionClass.AbandonedDrafts, periods.DraftDays, RetentionAction.Delete),
        Days(RetentionClass.RemovedEvidence, periods.RemovedEvidenceDays, RetentionAction.Shred),
        Days(RetentionClass.ExportCounts, periods.ExportCountDays, RetentionAction.Delete),
        Months(RetentionClass.AuditValues, periods.AuditMonths, RetentionAction.Shred),
        Years(RetentionClass.FormerSupervisors, periods.FormerSupervisorYears, RetentionAction.Anonymise),
        Days(RetentionClass.EndedApplications, periods.ApplicationDays, RetentionAction.Anonymise),
        Days(RetentionClass.DecidedObjections, periods.ObjectionDays, RetentionAction.Anonymise),
    ];

    private static RetentionLine Days(RetentionClass @class, int count, RetentionAction action) => new(@class, new RetentionPeriod(count, RetentionUnit.Days), action);

    private static RetentionLine Months(RetentionClass @class, int count, RetentionAction action) => new(@class, new RetentionPeriod(count, RetentionUnit.Months), action);

    private static RetentionLine Years(RetentionClass @class, int count, RetentionAction action) => new(@class, new RetentionPeriod(count, RetentionUnit.Years), action);
}
