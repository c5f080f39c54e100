using Portal.Domain.People;

namespace Portal.Domain.Appointments;

/// <summary>A change of group in mid-term (Articles 10 and 17, second paragraph), kept so that each day knows its group.</summary>
public sealed class GroupChange
{
    public const int ReasonLength = 500;

    private GroupChange()
    {
    }

    internal GroupChange(int sequence, SourceCategory from, SourceCategory to, DateOnly on, PersonId by, string reason)
    {
        Sequence = sequence;
        From = from;
        To = to;
        On = on;
        By = by;
        Reason = reason;
    }

    public int Sequence { get; private set; }

    public SourceCategory From { get; private set; }

    public SourceCategory To { get; private set; }

    /// <summary>The first day in the new group.</summary>
    public DateOnly On { get; private set; }

    public PersonId By { get; private set; }

    public string Reason { get; private set; } = "";
}
