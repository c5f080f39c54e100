using Portal.Domain.People;

namespace Portal.Domain.Recruitment;

/// <summary>How one condition of Article 5 was found out: the result, not the certificate it was read from.</summary>
public sealed class ConditionCheck
{
    public const int TextLength = 500;

    private ConditionCheck()
    {
    }

    internal ConditionCheck(EligibilityCondition condition, ConditionResult result, string? method, string? note, PersonId by, DateOnly on)
    {
        Condition = condition;
        Result = result;
        Method = method;
        Note = note;
        CheckedBy = by;
        CheckedOn = on;
    }

    public EligibilityCondition Condition { get; private set; }

    public ConditionResult Result { get; private set; }

    /// <summary>Where it was looked up or how it was judged.</summary>
    public string? Method { get; private set; }

    /// <summary>Why, in words the applicant may read.</summary>
    public string? Note { get; private set; }

    public PersonId CheckedBy { get; private set; }

    public DateOnly CheckedOn { get; private set; }
}

/// <summary>What a check of one condition found.</summary>
public enum ConditionResult
{
    Met,
    NotMet,
}
